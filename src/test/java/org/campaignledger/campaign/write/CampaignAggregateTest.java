package org.campaignledger.campaign.write;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.model.Given;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell of a campaign as Axon drives it: loads it from its events, has it decide, and asks who gives the command. */
class CampaignAggregateTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 15);

    private FixtureConfiguration<CampaignAggregate> fixture;

    @BeforeEach
    void aClockThatStands() {
        fixture = new AggregateTestFixture<>(CampaignAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(Rules.recording(), TODAY));
    }

    private static Map<String, String> by(Actor actor) {
        return ActorMetadata.write(actor);
    }

    private static CampaignCommand opening() {
        return new CampaignCommand.OpenCampaign("2019", Campaigns.of2019("2019").definition(), "digest");
    }

    private static CampaignCommand closing(String phase) {
        return new CampaignCommand.ClosePhase("2019", phase, null);
    }

    @Test
    void itIsOpenedWithWhatIsDue() {
        fixture.givenNoPriorActivity().when(opening(), by(Rules.ADMIN)).expectEvents(
                new CampaignOpened("2019", Campaigns.of2019("2019").definition(), "digest", TODAY),
                new PhaseOpened("2019", "MOBILISE", TODAY, null), new PhaseOpened("2019", "RECOMMEND", TODAY, null));
    }

    @Test
    void byAnAdmin() {
        fixture.givenNoPriorActivity().when(opening(), by(Rules.FUJIAN)).expectException(refusedWith("wrong-role"))
                .expectNoEvents();
        fixture.givenNoPriorActivity().when(opening()).expectException(refusedWith("wrong-role")).expectNoEvents();
    }

    @Test
    void orByTheLedgerItself() {
        fixture.given(Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01").events())
                .when(closing("MOBILISE"), by(Actor.SYSTEM)).expectEvents(new PhaseClosed("2019", "MOBILISE", TODAY,
                        null));
    }

    @Test
    void itDecidesOnWhatItsEventsMadeOfIt() {
        List<?> closed = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01").phaseClosed("MOBILISE",
                "2019-06-01").events();
        fixture.given(closed).when(closing("MOBILISE"), by(Rules.ADMIN)).expectException(refusedWith(
                "phase-already-closed")).expectNoEvents();
        fixture.given(closed).when(new CampaignCommand.OpenPhase("2019", "MOBILISE", "再次启动", null), by(Rules.ADMIN))
                .expectEvents(new PhaseOpened("2019", "MOBILISE", TODAY, "再次启动"));
        fixture.given(closed).when(new CampaignCommand.ExtendPhase("2019", "MOBILISE", null, TODAY), by(Rules.ADMIN))
                .expectException(refusedWith("not-an-extension"));
        fixture.given(closed).when(new CampaignCommand.OpenSubUnit("2019", "FJ", "BJ", "x"), by(Rules.ADMIN))
                .expectException(refusedWith("duplicate-record"));
        fixture.given(closed).when(new CampaignCommand.CloseCampaign("2019", "完毕"), by(Rules.reporterOf("FJ")))
                .expectException(refusedWith("wrong-role"));
    }
}
