package org.campaignledger.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.offlineEvent;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail: every ledger event whole, newest first in pages, oldest first in streams, found by what stands in it. */
@AtTheDoor
class TrailTest {

    private final Ledger ledger;
    private final Desk auditor;
    private Answer ofFujian;
    private Answer ofPart;
    private Answer ofGuangdong;

    TrailTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.auditor = ledger.asAuditor();
    }

    @BeforeEach
    void someRecords() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-TR", "某市").isRecorded();
        ofFujian = ledger.as("fj").mobilizes(union("可寻工会").code("TRAIL1234")).withKey("trail-key").on("2019-06-01")
                .isRecorded();
        ofPart = ledger.as("fj-tr").holds(anEvent().meeting(3)).on("2019-06-02").isRecorded();
        ofGuangdong = ledger.as("gd").reports(reach("WEB", 4)).between("2019-06-01", "2019-06-03").isRecorded();
    }

    private List<Long> positions(Desk desk, String question) {
        return desk.reads("trail?waitFor=" + ofGuangdong.position() + question).isShown().at("/items").valueStream()
                .map(item -> item.get("position").longValue()).toList();
    }

    @Test
    void newestFirst() {
        List<String> types = auditor.reads("trail?waitFor=" + ofGuangdong.position()).isShown().at("/items")
                .valueStream().map(item -> item.get("type").stringValue()).toList();
        assertThat(types).containsExactly("ReachReported", "EventHeld", "UnitMobilized", "SubUnitOpened",
                "PhaseOpened", "CampaignOpened");
    }

    @Test
    void anEventIsThereWhole() {
        JsonNode event = auditor.gets("/api/v1/trail/" + ofFujian.position() + "?waitFor=" + ofFujian.position())
                .isShown().json();
        assertThat(event.get("position").longValue()).isEqualTo(ofFujian.position());
        assertThat(event.get("type").stringValue()).isEqualTo("UnitMobilized");
        assertThat(event.get("revision").intValue()).isEqualTo(1);
        assertThat(event.get("recordId").stringValue()).isEqualTo(ofFujian.id());
        assertThat(event.get("sequence").longValue()).isZero();
        assertThat(event.get("unit").stringValue()).isEqualTo("FJ");
        assertThat(event.get("occurredOn").stringValue()).isEqualTo("2019-06-01");
        assertThat(event.get("idempotencyKey").stringValue()).isEqualTo("trail-key");
        assertThat(event.get("campaignVersion").longValue()).isEqualTo(2);
        assertThat(event.at("/actor/account").stringValue()).isEqualTo("fj");
        assertThat(event.at("/actor/role").stringValue()).isEqualTo("REPORTER");
        assertThat(event.at("/actor/scope").stringValue()).isEqualTo("FJ");
        assertThat(event.at("/payload/organization/code").stringValue()).isEqualTo("TRAIL1234");
        assertThat(event.at("/postings")).hasSize(1);
        assertThat(event.at("/postings/0/metric").stringValue()).isEqualTo("organizations");
        assertThat(event.at("/postings/0/amount").longValue()).isEqualTo(1);
        assertThat(event.get("correctedBy")).isEmpty();
        for (String id : List.of("eventId", "aggregateId", "correlationId", "causationId", "recordedAt")) {
            assertThat(event.get(id).stringValue()).as(id).isNotBlank();
        }
    }

    @Test
    void whoSeesWhich() {
        assertThat(positions(ledger.as("fj"), "")).containsExactly(ofPart.position(), ofFujian.position(), ofFujian
                .position() - 1);
        assertThat(positions(ledger.as("fj-tr"), "")).startsWith(ofPart.position()).doesNotContain(ofFujian
                .position());
        assertThat(positions(ledger.as("gd"), "")).containsExactly(ofGuangdong.position());
        assertThat(positions(ledger.as("host-video"), "")).isEmpty();
        assertThat(positions(ledger.asAdmin(), "")).hasSize(6);
        assertThat(positions(ledger.as("fj"), "&unit=GD")).isEmpty();
    }

    @Test
    void filters() {
        assertThat(positions(auditor, "&type=EventHeld")).containsExactly(ofPart.position());
        assertThat(positions(auditor, "&type=NoSuchEvent")).isEmpty();
        assertThat(positions(auditor, "&unit=FJ")).containsExactly(ofPart.position(), ofFujian.position(), ofFujian
                .position() - 1);
        assertThat(positions(auditor, "&unit=FJ-TR&type=EventHeld")).containsExactly(ofPart.position());
        assertThat(positions(auditor, "&unit=ATLANTIS")).isEmpty();
        assertThat(positions(auditor, "&actor=gd")).containsExactly(ofGuangdong.position());
        assertThat(positions(auditor, "&actor=admin")).hasSize(3);
        assertThat(positions(auditor, "&recordId=" + ofPart.id())).containsExactly(ofPart.position());
        assertThat(positions(auditor, "&category=video")).isEmpty();
        assertThat(positions(auditor, "&text=trail12")).containsExactly(ofFujian.position());
        assertThat(positions(auditor, "&text=%25")).isEmpty();
        assertThat(positions(auditor, "&text=%E5%8F%AF%E5%AF%BB")).containsExactly(ofFujian.position());
    }

    @Test
    void betweenTwoInstants() {
        String then = auditor.gets("/api/v1/trail/" + ofPart.position() + "?waitFor=" + ofGuangdong.position())
                .isShown().at("/recordedAt").stringValue();
        assertThat(positions(auditor, "&from=" + then + "&to=" + then)).contains(ofPart.position());
        assertThat(positions(auditor, "&from=" + then)).contains(ofGuangdong.position())
                .doesNotContain(ofFujian.position() - 1);
        assertThat(positions(auditor, "&to=2019-06-01T00:00:00Z")).isEmpty();
        auditor.reads("trail?from=2019-06-02T00:00:00Z&to=2019-06-01T00:00:00Z").isRefusedWith(422,
                "period-reversed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 500})
    void pagesGoToTheEnd(int limit) {
        List<Long> all = new ArrayList<>();
        String after = "";
        do {
            Answer page = auditor.reads("trail?limit=" + limit + "&waitFor=" + ofGuangdong.position() + after);
            page.isShown().at("/items").forEach(item -> all.add(item.get("position").longValue()));
            after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
        } while (!after.isEmpty());
        assertThat(all).isEqualTo(positions(auditor, "")).hasSize(6);
    }

    @Test
    void asLinesOfJsonOldestFirst() {
        Answer lines = auditor.sending("Accept", "application/x-ndjson").reads("trail?waitFor=" + ofGuangdong
                .position()).isShown();
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        List<JsonNode> events = lines.text().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(events.stream().map(event -> event.get("position").longValue())).isSorted().hasSize(6);
        assertThat(events.getLast()).isEqualTo(auditor.reads("trail?limit=1").isShown().at("/items/0"));
        assertThat(ledger.as("gd").sending("Accept", "application/x-ndjson").reads("trail").text().lines()).hasSize(1);
        assertThat(auditor.sending("Accept", "application/x-ndjson").reads("trail?type=EventHeld").text().lines())
                .hasSize(1);
    }

    @Test
    void asATableForSpreadsheets() {
        long position = ledger.as("fj").holds(offlineEvent("=SUM(A1), \"引号\"").meeting(1)).on("2019-06-04")
                .isRecorded().position();
        Answer table = auditor.sending("Accept", "text/csv").reads("trail?waitFor=" + position).isShown();
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(Objects.toString(table.header("Content-Disposition"))).contains("trail-" + ledger.campaign()
                + ".csv");
        List<String> lines = table.text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFFposition,recordedAt,type,occurredOn,unit,category,recordId,"
                + "actor,role,postings,payload");
        assertThat(lines).hasSize(8);
        assertThat(lines.getLast()).startsWith(position + ",").contains(",EventHeld,2019-06-04,FJ,,",
                "events +1; contacts +1", "\\\"\"引号\\\"\"");
        assertThat(table.text()).contains("\r\n");
    }

    @Test
    void aLinkNamesTheFormInItsAddress() {
        Desk reader = auditor.sending("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        String asked = "trail?waitFor=" + ofGuangdong.position() + "&type=EventHeld&format=";
        Answer table = reader.reads(asked + "csv").isShown();
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text().lines()).hasSize(2);
        Answer lines = reader.reads(asked + "ndjson").isShown();
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(Objects.toString(lines.header("Content-Disposition"))).contains("trail-" + ledger.campaign()
                + ".ndjson");
        assertThat(lines.text().lines()).hasSize(1);
        assertThat(auditor.reads(asked + "json").isShown().at("/items")).hasSize(1);
        auditor.reads(asked + "xml").isRefusedWith(400, "malformed").naming("format", "unknown-constant");
        ledger.as("judge-fj").reads(asked + "csv").isRefusedWith(403, "wrong-role");
    }

    @Test
    void anEventLeadsToItsNeighboursThatTheReaderMaySee() {
        assertThat(neighbours("auditor")).containsExactly(ofFujian.position(), ofGuangdong.position());
        assertThat(neighbours("fj")).containsExactly(ofFujian.position(), 0L);
        assertThat(neighbours("fj-tr").getLast()).isZero();
        JsonNode first = auditor.gets("/api/v1/trail/1").isShown().json();
        assertThat(first.has("previous")).isFalse();
        assertThat(first.get("next").longValue()).isEqualTo(2);
    }

    /** Before and after the event of the sub-unit; zero where there is none. */
    private List<Long> neighbours(String account) {
        JsonNode event = ledger.as(account).gets("/api/v1/trail/" + ofPart.position() + "?waitFor="
                + ofGuangdong.position()).isShown().json();
        return List.of(event.path("previous").asLong(0), event.path("next").asLong(0));
    }

    @Test
    void theWholeLedgerIsForAdminsAndAuditors() {
        Answer page = auditor.gets("/api/v1/trail?limit=500&waitFor=" + ofGuangdong.position()).isShown();
        assertThat(page.at("/items/0/position").longValue()).isEqualTo(page.position());
        ledger.as("fj").gets("/api/v1/trail").isRefusedWith(403, "wrong-role");
        assertThat(auditor.gets("/api/v1/trail?type=AccountOpened&limit=500").isShown().at("/items").valueStream()
                .map(item -> item.get("recordId").stringValue())).contains("admin", "checker", "fj", "gd");
    }
}
