package org.campaignledger.progress.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.progress.Campaign2019;
import org.junit.jupiter.api.Test;

class CampaignTimelineTest {

    private static final LocalDate DAY = LocalDate.of(2019, 9, 1);

    private final CampaignTimeline timeline = new CampaignTimeline();

    private CampaignState at(long position) {
        return timeline.at(position).orElseThrow();
    }

    @Test
    void aCampaignDoesNotExistBeforeItIsOpened() {
        assertThat(timeline.now()).isEmpty();
        timeline.add(5, Campaign2019.opened("2019"));
        assertThat(timeline.at(0)).isEmpty();
        assertThat(timeline.at(4)).isEmpty();
        assertThat(timeline.at(5)).isPresent();
        assertThat(timeline.now()).isEqualTo(timeline.at(5));
    }

    @Test
    void opennessFollowsTheEventsInTheDefinitionsOrder() {
        timeline.add(1, Campaign2019.opened("2019"));
        timeline.add(3, new PhaseOpened("2019", "RECOMMEND", DAY, null));
        timeline.add(5, new PhaseOpened("2019", "MOBILISE", DAY, null));
        timeline.add(7, new PhaseClosed("2019", "MOBILISE", DAY, null));
        timeline.add(9, new CampaignClosed("2019", "done"));
        assertThat(at(2).phases()).isEmpty();
        assertThat(at(4).phases()).containsExactly("RECOMMEND");
        assertThat(at(6).phases()).containsExactly("MOBILISE", "RECOMMEND");
        assertThat(at(8).phases()).containsExactly("RECOMMEND");
        assertThat(at(9).phases()).isEmpty();
    }

    @Test
    void anExtendedPhaseMovesTheEndOfThePlanFromItsPositionOn() {
        timeline.add(1, Campaign2019.opened("2019"));
        timeline.add(2, new PhaseExtended("2019", "MOBILISE", LocalDate.of(2019, 10, 15), "slow"));
        timeline.add(3, new PhaseExtended("2019", "JUDGE", LocalDate.of(2019, 11, 15), null));
        assertThat(at(1).schedule().to()).isEqualTo(LocalDate.of(2019, 9, 30));
        assertThat(at(3).schedule()).isEqualTo(
                new Schedule(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 10, 15)));
    }

    @Test
    void subUnitsBelongToTheirReportingUnitFromTheirOpeningOn() {
        timeline.add(1, Campaign2019.opened("2019"));
        timeline.add(2, new SubUnitOpened("2019", "FJ", "XM", "厦门"));
        assertThat(at(1).reportingUnitOf("XM")).isEmpty();
        assertThat(at(2).reportingUnitOf("XM")).isEqualTo(Optional.of("FJ"));
        assertThat(at(2).reportingUnitOf("FJ")).isEqualTo(Optional.of("FJ"));
        assertThat(at(2).reportingUnitOf("nobody")).isEmpty();
        assertThat(at(2).isReportingUnit("XM")).isFalse();
    }

    @Test
    void targetsAndAllocationsAreThoseOfTheDefinition() {
        timeline.add(1, Campaign2019.opened("2019"));
        CampaignState state = timeline.now().orElseThrow();
        assertThat(state.targets()).hasSize(5).containsEntry("events", 3000L).doesNotContainKey("secondaryReach");
        assertThat(state.allocations()).hasSize(35).containsEntry("OTHR", 110L);
        assertThat(state.allocations().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3000);
        assertThat(state.zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void whatWasAskedForBeforeStaysAsItWas() {
        timeline.add(1, Campaign2019.opened("2019"));
        CampaignState before = timeline.now().orElseThrow();
        timeline.add(2, new PhaseOpened("2019", "MOBILISE", DAY, null));
        assertThat(before.phases()).isEmpty();
        assertThat(timeline.now().orElseThrow().phases()).isEqualTo(List.of("MOBILISE"));
    }
}
