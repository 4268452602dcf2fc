package org.campaignledger.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignledger.exchange.imports.Importing;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was exported and is imported into an empty campaign gives the same register and the same figures. */
@AtTheDoor
class ARegisterComesBackTheSameTest {

    /** What the ledger gives by itself, and what only tells of the way here. */
    private static final Set<String> OF_THE_LEDGER = Set.of("id", "position", "recordedAt", "campaign", "state",
            "since",
            "changedAt", "correction", "subject", "receipt");

    private final Ledger ledger;
    private final Desk fujian;

    ARegisterComesBackTheSameTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
        this.fujian = this.ledger.as("fj");
    }

    /** Exports, imports elsewhere, and compares what counts there with what counts here. */
    private void comesBack(String kind, Answer last, long counting, long gone) {
        for (String format : List.of("xlsx", "csv")) {
            byte[] sheet = fujian.reads("exports/" + kind + "." + format + "?waitFor=" + last.position()).isShown()
                    .bytes();
            Ledger empty = ledger.withAnotherCampaign();
            Importing done = Importing.of(empty.as("fj"), kind, sheet).is("DONE", counting, gone);
            assertThat(done.problems()).hasSize((int) gone).allMatch(problem -> problem.endsWith("row-taken-back"));
            assertThat(contents(done.register(kind))).hasSize((int) counting)
                    .isEqualTo(contents(fujian.reads(kind + "?limit=500").isShown().at("/items")));
            JsonNode there = empty.as("fj").reads("progress?unit=FJ").isShown().json();
            JsonNode here = fujian.reads("progress?unit=FJ").isShown().json();
            assertThat(there.path("units")).isEqualTo(here.path("units"));
            assertThat(empty.asNobody().reads("progress").isShown().at("/categories"))
                    .isEqualTo(ledger.asNobody().reads("progress").isShown().at("/categories"));
        }
    }

    private static List<String> contents(JsonNode items) {
        List<String> contents = new ArrayList<>();
        items.forEach(item -> {
            if (Set.of("RECORDED", "AMENDED", "SUBMITTED").contains(item.path("state").stringValue())) {
                contents.add(stripped((ObjectNode) item.deepCopy()).toString());
            }
        });
        return contents.stream().sorted().toList();
    }

    private static ObjectNode stripped(ObjectNode node) {
        OF_THE_LEDGER.forEach(node::remove);
        node.values().forEach(value -> {
            if (value instanceof ObjectNode inner) {
                stripped(inner);
            }
        });
        return node;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012345678", "=1+1", "REG777"})
    void unionsDo(String name) {
        fujian.mobilizes(aUnion().with("organization.name", name).employing(120)).on("2019-06-01").isRecorded();
        fujian.mobilizes(aUnion().with("organization.code", "00" + System.nanoTime())).on("2019-06-02").isRecorded();
        Answer amended = fujian.mobilizes(aUnion().employing(7)).on("2019-06-03").isRecorded();
        comesBack("mobilizations", ledger.as("checker").approves(fujian.asksFor(amending(amended).to("employees", 8))
                .isRecorded()).isDone(), 3, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "某钢铁厂"})
    void propagandistsDo(String employer) {
        fujian.recruits(person("往返甲").idNumber(anIdNumber()).phone(aPhone())
                .with("employer", employer.isEmpty() ? null : employer)).on("2019-06-01").isRecorded();
        comesBack("propagandists", fujian.recruits(person("往返乙").idNumber(anIdNumber())).on("2019-06-02")
                .isRecorded(), 2, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEIBO", "SHORT_VIDEO"})
    void reachReportsDo(String channel) {
        fujian.reports(reach(channel, 1_000).andOnward(50)).between("2019-06-01", "2019-06-30").isRecorded();
        comesBack("reach-reports", fujian.reports(reach(channel, 0).with("evidence", "https://example.org/a?b=c"))
                .between("2019-07-01", "2019-07-02").isRecorded(), 2, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdraw", "reject", "disqualify"})
    void entriesThatCountDoAndThoseThatNoLongerDoAreNotTakenIn(String ending) {
        Form form = new Form().with("category", "activity").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("description", "线下活动，线上传播。");
        fujian.sentence("entries", form.with("title", "留下的")).asItIs().isRecorded();
        String gone = fujian.sentence("entries", form.with("title", "不再计入的")).asItIs().isRecorded().id();
        Desk host = ledger.as("host-activity");
        if (ending.equals("disqualify")) {
            ledger.asAdmin().opens("JUDGE").isDone();
        }
        Answer last = (ending.equals("withdraw") ? fujian : host).posts("/api/v1/entries/" + gone + "/" + ending,
                new Form().with("reason", "不符合要求")).isDone();
        comesBack("entries", last, 1, 1);
    }
}
