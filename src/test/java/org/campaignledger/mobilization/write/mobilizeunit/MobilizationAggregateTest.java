package org.campaignledger.mobilization.write.mobilizeunit;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;

/** A grass-roots union is recorded, or refused by the rules of its campaign, when the aggregate decides. */
class MobilizationAggregateTest {

    private static final UnitMobilized.Organization UNION = new UnitMobilized.Organization("某工会", "AB12");

    private static TestExecutor<MobilizationAggregate> where(CampaignRules rules) {
        AggregateTestFixture<MobilizationAggregate> fixture = new AggregateTestFixture<>(MobilizationAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(rules, Rules.TODAY));
        return fixture.givenNoPriorActivity();
    }

    private static MobilizeUnit of(String campaign, String unit, String day) {
        return new MobilizeUnit("id", campaign, unit, UNION, 12L, LocalDate.parse(day));
    }

    @Test
    void itIsRecorded() {
        where(Rules.recording()).when(of("2019", "FJ-XM", "2019-06-01"), ActorMetadata.write(Rules.FUJIAN))
                .expectEvents(new UnitMobilized("id", "2019", "FJ-XM", UNION, 12L, LocalDate.of(2019, 6, 1)));
    }

    @Test
    void onTheRulesOfItsCampaign() {
        var fujian = ActorMetadata.write(Rules.FUJIAN);
        where(Rules.recording()).when(of("2019", "GD", "2019-06-01"), fujian).expectException(refusedWith(
                "foreign-unit")).expectNoEvents();
        where(Rules.recording()).when(of("2019", "FJ", "2019-06-01"), ActorMetadata.write(Rules.ADMIN))
                .expectException(refusedWith("wrong-role")).expectNoEvents();
        where(Rules.recording()).when(of("2019", "FJ", "2019-06-01")).expectException(refusedWith("wrong-role"));
        where(Rules.recording()).when(of("2019", "FJ", "2019-07-02"), fujian).expectException(refusedWith(
                "in-the-future"));
        where(Rules.recording()).when(of("2019", "ATLANTIS", "2018-07-02"), fujian).expectException(refusedWith(
                "validation-failed"));
        where(Rules.with(false)).when(of("2019", "FJ", "2019-06-01"), fujian).expectException(refusedWith(
                "phase-not-open"));
        where(Rules.with(true)).when(of("2019", "FJ", "2019-06-01"), fujian).expectException(refusedWith(
                "campaign-closed"));
        where(Rules.recording()).when(of("1999", "FJ", "2019-06-01"), fujian).expectException(refusedWith(
                "not-found"));
    }
}
