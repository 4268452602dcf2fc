package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What changed between two points in time, why and by whom. */
@AtTheDoor
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {

    private final Ledger ledger;
    private long before;
    private Answer union;
    private Answer event;
    private Answer elsewhere;

    ChangesTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @BeforeAll
    void threeThingsHappen() {
        before = ledger.as("fj").mobilizes(Forms.aUnion()).on("2019-05-20").isRecorded().position();
        union = ledger.as("fj").mobilizes(Forms.aUnion()).on("2019-05-20").isRecorded();
        event = ledger.as("fj").holds(Forms.anEvent()).on("2019-05-21").isRecorded();
        elsewhere = ledger.as("bj").holds(Forms.anEvent()).on("2019-05-21").isRecorded();
    }

    private JsonNode between(String account, String query) {
        return ledger.as(account).reads("trail/changes?from=" + before + "&to=" + elsewhere.position() + query)
                .isShown()
                .json();
    }

    @Test
    void theEventsInBetweenAreToldByTypeByActorAndOneByOne() {
        JsonNode changes = between("auditor", "");
        assertThat(changes.path("events").asInt()).isEqualTo(3);
        assertThat(changes.at("/byType/EventHeld").asInt()).isEqualTo(2);
        assertThat(changes.at("/byType/UnitMobilized").asInt()).isEqualTo(1);
        assertThat(changes.at("/byActor/fj").asInt()).isEqualTo(2);
        assertThat(changes.at("/byActor/bj").asInt()).isEqualTo(1);
        assertThat(changes.path("items").values()).extracting(item -> item.path("position").asLong())
                .containsExactly(union.position(), event.position(), elsewhere.position());
        assertThat(changes.at("/items/0/postings/0/metric").asString()).isEqualTo("organizations");
        assertThat(changes.has("next")).isFalse();
    }

    @Test
    void aCorrectionInBetweenIsToldWithItsReasonWhoAskedAndWhoDecided() {
        Ledger own = ledger.withAnotherCampaign();
        Answer held = own.as("fj").holds(Forms.anEvent().with("contacts", 30)).on("2019-05-21").isRecorded();
        Answer asked = own.as("fj").asksFor(CorrectionForm.amending(held).to("contacts", 20)).isRecorded();
        Answer approved = own.as("checker").approves(asked).isDone();
        JsonNode changes = own.asAuditor().reads("trail/changes?from=" + held.position() + "&to="
                + approved.position()).isShown().json();
        assertThat(changes.path("events").asInt()).isEqualTo(3);
        for (String type : List.of("CorrectionRequested", "CorrectionApproved", "EventCorrected")) {
            assertThat(changes.at("/byType/" + type).asInt()).as(type).isEqualTo(1);
        }
        assertThat(changes.at("/byActor/fj").asInt()).isEqualTo(1);
        assertThat(changes.at("/byActor/checker").asInt()).isEqualTo(2);
        JsonNode effect = changes.at("/items/2");
        assertThat(effect.at("/type").asString()).isEqualTo("EventCorrected");
        assertThat(effect.at("/postings/0/metric").asString()).isEqualTo("contacts");
        assertThat(effect.at("/postings/0/amount").asLong()).isEqualTo(-10);
        assertThat(effect.at("/payload/correction/requestedBy").asString()).isEqualTo("fj");
        assertThat(effect.at("/payload/correction/corrects").asLong()).isEqualTo(held.position());
        assertThat(effect.at("/payload/correction/reasonCode").asString()).isNotBlank();
        assertThat(effect.at("/actor/account").asString()).isEqualTo("checker");
        JsonNode compared = own.asNobody().reads("progress/compare?from=" + held.position() + "&to="
                + approved.position()).isShown().at("/difference/targets");
        assertThat(compared.valueStream().filter(target -> target.path("metric").asString().equals("contacts"))
                .map(target -> target.path("actual").asLong())).containsExactly(-10L);
    }

    @Test
    void theyComeInPagesAndByUnitTypeAndActor() {
        JsonNode first = between("auditor", "&limit=2");
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(between("auditor", "&limit=2&after=" + first.path("next").asString()).path("items").size())
                .isEqualTo(1);
        assertThat(between("auditor", "&unit=BJ").path("events").asInt()).isEqualTo(1);
        assertThat(between("auditor", "&type=EventHeld").path("events").asInt()).isEqualTo(2);
        assertThat(between("auditor", "&actor=bj").path("items").size()).isEqualTo(1);
    }

    @Test
    void aReporterSeesThoseOfItsOwnUnit() {
        assertThat(between("fj", "").path("events").asInt()).isEqualTo(2);
        ledger.asNobody().reads("trail/changes?from=1&to=2").isRefusedWith(401, "not-signed-in");
    }

    @Test
    void pointsInTimeThatMakeNoSenseAreRefused() {
        ledger.asAuditor().reads("trail/changes?from=2").isRefusedWith(422, "missing");
        ledger.asAuditor().reads("trail/changes?from=2&to=1").isRefusedWith(422, "period-reversed");
        ledger.asAuditor().reads("trail/changes?from=1&to=99999999").isRefusedWith(422, "position-not-reached");
        ledger.asAuditor().reads("trail/changes?from=then&to=2").isRefusedWith(400, "malformed");
        ledger.asAuditor().reads("trail/changes?from=2019-05-01T00:00:00Z&to=" + before).isShown();
    }
}
