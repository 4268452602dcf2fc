package org.campaignledger.campaign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.platform.rules.CampaignRules;
import org.junit.jupiter.api.Test;

/** A campaign as its events make it, and the rules that it gives to those who record. */
class CampaignTest {

    @Test
    void itBeginsWithItsOpening() {
        assertThatThrownBy(() -> Campaign.evolve(null, new CampaignClosed("2019", "x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachEventIsAVersion() {
        Given given = Given.openedOn("2019-04-20");
        assertThat(given.campaign().version()).isZero();
        given.phaseOpened("MOBILISE", "2019-05-01").subUnit("FJ", "FJ-XM").phaseExtended("MOBILISE", "2019-10-05");
        assertThat(given.campaign().version()).isEqualTo(3);
    }

    @Test
    void evolveNeverRejects() {
        Given odd = Given.openedOn("2019-04-20").and(new PhaseOpened("2019", "HARVEST", LocalDate.of(2019, 6, 1),
                null)).phaseClosed("MOBILISE", "2019-05-01").phaseClosed("MOBILISE", "2019-05-02");
        assertThat(odd.campaign().version()).isEqualTo(3);
        assertThat(odd.campaign().phases()).hasSize(4);
    }

    @Test
    void openedAgainAPhaseIsNoLongerClosed() {
        Campaign campaign = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01")
                .phaseClosed("MOBILISE", "2019-06-01").phaseOpened("MOBILISE", "2019-06-05").campaign();
        assertThat(campaign.phase("MOBILISE")).hasValueSatisfying(phase -> {
            assertThat(phase.open()).isTrue();
            assertThat(phase.openedOn()).isEqualTo("2019-06-05");
            assertThat(phase.closedOn()).isNull();
        });
    }

    @Test
    void itsRulesAreThoseOfItsDefinitionAndOfWhatHappened() {
        CampaignRules rules = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01")
                .phaseExtended("MOBILISE", "2019-10-05").subUnit("FJ", "FJ-XM").campaign().rules();
        assertThat(rules.campaign()).isEqualTo("2019");
        assertThat(rules.version()).isEqualTo(3);
        assertThat(rules.from()).isEqualTo("2019-05-01");
        assertThat(rules.to()).isEqualTo("2019-11-30");
        assertThat(rules.graceDays()).isEqualTo(10);
        assertThat(rules.units()).hasSize(36);
        assertThat(rules.isWithin("FJ-XM", "FJ")).isTrue();
        assertThat(rules.isWithin("FJ", "FJ-XM")).isFalse();
        assertThat(rules.isOpen("MOBILISE")).isTrue();
        assertThat(rules.isOpen("JUDGE")).isFalse();
        assertThat(rules.phases().get("MOBILISE")).isEqualTo(new CampaignRules.Phase("MOBILISE", LocalDate.of(2019, 5,
                1), LocalDate.of(2019, 10, 5), true, null));
        assertThat(rules.bounds()).isEqualTo(new CampaignRules.Bounds(100_000, 100_000_000, 1_000_000_000));
        assertThat(rules.categories().keySet()).containsExactly("video", "activity", "photo", "platform", "recital",
                "song",
                "lesson");
        assertThat(rules.closed()).isFalse();
    }
}
