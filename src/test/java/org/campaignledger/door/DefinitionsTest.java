package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Definitions at the door: the shipped one, and what is refused of another, everything at once. */
@AtTheDoor
class DefinitionsTest {

    private final Ledger ledger;

    DefinitionsTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private Answer opens(Campaigns form) {
        return ledger.asAdmin().posts("/api/v1/campaigns", form.json());
    }

    @Test
    void theShippedOneIsAtHand() {
        assertThat(ledger.asNobody().gets("/api/v1/definitions").at("/items/0").stringValue()).isEqualTo("2019");
        Answer shipped = ledger.asNobody().gets("/api/v1/definitions/2019");
        assertThat(shipped.header("Content-Type")).startsWith("application/yaml");
        assertThat(shipped.text()).contains("总工发〔2019〕17号");
        ledger.asNobody().gets("/api/v1/definitions/1999").isRefusedWith(404, "not-found");
    }

    @Test
    void anOpenedCampaignIsShownWholeToEveryone() {
        Answer opened = opens(Campaigns.of2019(ledger.freshId())).isRecorded();
        JsonNode shown = ledger.asNobody().gets(opened.location()).isShown().json();
        assertThat(shown.get("id").stringValue()).isEqualTo(opened.id());
        assertThat(shown.at("/definition/campaign/window/from").stringValue()).isEqualTo("2019-05-01");
        assertThat(shown.at("/definition/defaults/graceDays").intValue()).isEqualTo(10);
        assertThat(ledger.asNobody().gets("/api/v1/campaigns").isShown().at("/items").valueStream()
                .map(campaign -> campaign.get("id").stringValue())).contains(opened.id());
    }

    @Test
    void anIdIsGivenOnce() {
        Campaigns form = Campaigns.of2019(ledger.freshId());
        opens(form).isRecorded();
        opens(form).isRefusedWith(409, "duplicate-record");
        opens(form.with("/campaign/plan", "12351")).isRefusedWith(409, "duplicate-record");
    }

    @Test
    void allocationsAddUpToTheTarget() {
        opens(Campaigns.of2019(ledger.freshId()).with("/units/0/events", 101)).isRefusedWith(422,
                "allocations-do-not-add-up").namingJust("units allocations-do-not-add-up");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        opens(Campaigns.of2019("bad id").with("/units/0/events", 101).with("/units/1/code", "FJ")
                .with("/targets/0/metric", "joy").with("/phases/1/id", "HARVEST").with("/campaign/timeZone", "Moon/Sea")
                .with("/defaults/graceDays", -1)).isRefusedWith(422, "validation-failed").namingJust(
                        "campaign.id invalid-code", "units allocations-do-not-add-up",
                        "units[12].code duplicate-unit", "targets[0].metric unknown-metric",
                        "phases[1].id unknown-phase", "campaign.timeZone unknown-time-zone",
                        "defaults.graceDays out-of-range");
    }

    @Test
    void itsFormIsReadStrictly() {
        opens(Campaigns.of2019(ledger.freshId()).with("/units/0/events", "100")).isRefusedWith(400, "malformed")
                .namingJust("units[0].events wrong-type");
        opens(Campaigns.of2019(ledger.freshId()).with("/campaign/colour", "red")).isRefusedWith(400, "malformed")
                .namingJust("campaign.colour unknown-field");
        opens(Campaigns.of2019(ledger.freshId()).with("/phases/0/from", "2019-02-30")).isRefusedWith(400, "malformed")
                .namingJust("phases[0].from not-a-date");
    }

    @Test
    void whatIsMissingIsNamed() {
        Campaigns form = Campaigns.of2019(ledger.freshId());
        ((ObjectNode) form.json().get("campaign")).remove(List.of("title", "window"));
        opens(form).isRefusedWith(422, "validation-failed").namingJust("campaign.title missing",
                "campaign.window missing");
    }
}
