package org.campaignledger.outreach.write.holdevent;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;

/** An outreach event is recorded, or refused by the rules of its campaign, when the aggregate decides. */
class HeldEventAggregateTest {

    private static TestExecutor<HeldEventAggregate> where(CampaignRules rules) {
        AggregateTestFixture<HeldEventAggregate> fixture = new AggregateTestFixture<>(HeldEventAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(rules, Rules.TODAY));
        return fixture.givenNoPriorActivity();
    }

    private static HoldEvent of(String unit, long contacts, String day) {
        return new HoldEvent("id", new EventHeld("id", "2019", unit, EventHeld.Kind.OFFLINE_EVENT, "宣讲", "礼堂", null,
                contacts, LocalDate.parse(day), null));
    }

    @Test
    void itIsRecordedAsItWasSent() {
        HoldEvent command = of("FJ", 1_000, "2019-06-01");
        where(Rules.recording()).when(command, ActorMetadata.write(Rules.FUJIAN)).expectEvents(command.held());
        where(Rules.recording()).when(of("FJ-XM", 0, "2019-07-01"), ActorMetadata.write(Rules.reporterOf("FJ-XM")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void onTheRulesOfTheCampaign() {
        var fujian = ActorMetadata.write(Rules.FUJIAN);
        where(Rules.recording()).when(of("FJ", 1_001, "2019-06-01"), fujian).expectException(refusedWith(
                "implausible-figure")).expectNoEvents();
        where(Rules.recording()).when(of("FJ", 1_001, "2019-04-01"), fujian).expectException(refusedWith(
                "validation-failed")).expectNoEvents();
        where(Rules.recording()).when(of("GD", 1, "2019-06-01"), fujian).expectException(refusedWith(
                "foreign-unit")).expectNoEvents();
        where(Rules.with(false)).when(of("FJ", 1, "2019-06-01"), fujian).expectException(refusedWith(
                "phase-not-open")).expectNoEvents();
    }
}
