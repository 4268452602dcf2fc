package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Workbooks.csv;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A HOST enters what was submitted on its platforms by a sheet, a REPORTER what its unit submits. */
@AtTheDoor
class EntriesFromASheetTest {

    private static final String COLUMNS = "category,unit,submitter.kind,submitter.name,submitter.phone,title,description,"
            + "platform,externalId";

    private final Ledger ledger;
    private final Desk host;

    EntriesFromASheetTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.host = ledger.as("host-activity");
    }

    private static byte[] sheet(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = COLUMNS;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return csv(lines);
    }

    @Test
    void aHostEntersTheWorksOfItsPlatforms() {
        byte[] sheet = sheet("activity,FJ,UNION,某市总工会,13800000071,网上练兵,线上线下,冀工之家,B-1",
                "activity,GD,UNION,另一市总工会,,云上讲堂,线上讲课,冀工之家,B-2");
        Importing done = Importing.of(host, "entries", sheet).is("DONE", 2, 0);
        assertThat(done.register("entries")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("platform").stringValue()).isEqualTo("冀工之家");
            assertThat(entry.path("via").stringValue()).isEqualTo("HOST");
            assertThat(entry.path("state").stringValue()).isEqualTo("SUBMITTED");
        }).extracting(entry -> entry.path("externalId").stringValue()).containsExactlyInAnyOrder("B-1", "B-2");
        Importing.of(host, "entries", sheet).is("DONE", 2, 0).again(2);
        assertThat(done.register("entries")).hasSize(2);
    }

    @Test
    void whatIsWrongWithARowIsToldByItsNumber() {
        host.posts(host.path("entries"), new Form().with("category", "activity").with("unit", "FJ")
                .with("submitter.kind", "UNION").with("submitter.name", "某市总工会").with("title", "先到的")
                .with("description", "一").with("platform", "冀工之家").with("externalId", "C-1")).isRecorded();
        assertThat(Importing.of(host, "entries", sheet("video,FJ,UNION,某市总工会,,别家的,一,,",
                "activity,FJ,INDIVIDUAL,宇文职工,,个人的,一,,", "activity,没有,UNION,某市总工会,,没有的单位,一,,",
                "activity,FJ,UNION,某市总工会,,来晚的,一,冀工之家,C-1", "activity,FJ,UNION,某市总工会,,头一件,一,冀工之家,C-2",
                "activity,FJ,UNION,某市总工会,,又一件,一,冀工之家,C-2")).is("DONE", 1, 5).problems())
                .containsExactlyInAnyOrder("2  foreign-category", "3 submitter.kind submitter-not-of-category",
                        "4 unit unknown-unit", "5 externalId duplicate-record", "7 externalId duplicate-in-file");
    }

    /** Rule 15: neither that two come from the same sheet, nor which of them stood first in it. */
    @Test
    void theirIdsTellNothingOfTheSheet() {
        Importing done = Importing.of(ledger.as("fj"), "entries", sheet("activity,FJ,UNION,某市总工会,,甲,一,,",
                "activity,FJ,UNION,某市总工会,,乙,一,,", "activity,FJ,UNION,某市总工会,,丙,一,,",
                "activity,FJ,UNION,某市总工会,,丁,一,,")).is("DONE", 4, 0);
        Set<String> begins = new HashSet<>();
        for (JsonNode entry : done.register("entries")) {
            String id = entry.path("id").stringValue();
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            begins.add(id.substring(0, 8));
        }
        assertThat(begins).hasSize(4);
    }

    /** Its ids named sheet and row in the clear: a sheet that was imported then, wholly or in part, is not imported anew. */
    @Test
    void rowsThatAnEarlierReleaseRecordedAreNotRecordedAgain() throws Exception {
        byte[] sheet = sheet("activity,FJ,UNION,某市总工会,,早先的,一,,", "activity,FJ,UNION,某市总工会,,后来的,一,,");
        ImportJob.Asked asked = new ImportJob.Asked("here", ledger.campaign(), "entries", new Actor("fj",
                Role.REPORTER, "FJ", null), SheetFile.Format.CSV, HexFormat.of().formatHex(
                        MessageDigest.getInstance("SHA-256").digest(sheet)),
                false, false, Language.ZH);
        ledger.as("fj");
        Importable entries = ledger.all(Importable.class).stream().filter(one -> one.kind().equals("entries"))
                .findFirst().orElseThrow();
        JsonNode body = new Form().with("category", "activity").with("unit", "FJ").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("title", "早先的").with("description", "一").json();
        String former = new OpenRowIds(asked).of(2);
        ledger.bean(Commands.class).send(entries.judge(new SheetRowAsked(former, ledger.bean(
                CampaignRulesSource.class).rules(ledger.campaign()), asked.actor(), LocalDate.of(2019, 6, 1), body))
                .command(), new Commands.Origin(asked.actor(), "former", null, null));
        Importing done = Importing.of(ledger.as("fj"), "entries", sheet).is("DONE", 2, 0).again(1);
        List<String> ids = done.register("entries").valueStream().map(entry -> entry.path("id").stringValue())
                .toList();
        assertThat(ids).hasSize(2).contains(former);
        assertThat(Objects.requireNonNull(done.json()).path("refused").longValue()).isZero();
    }
}
