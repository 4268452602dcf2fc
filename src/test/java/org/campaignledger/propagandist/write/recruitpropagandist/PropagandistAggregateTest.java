package org.campaignledger.propagandist.write.recruitpropagandist;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.propagandist.events.PropagandistRecruited;
import org.campaignledger.testing.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A propagandist is recorded, encrypted as they come, or refused when the aggregate decides. */
class PropagandistAggregateTest {

    private static TestExecutor<PropagandistAggregate> where(CampaignRules rules) {
        AggregateTestFixture<PropagandistAggregate> fixture = new AggregateTestFixture<>(PropagandistAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(rules, Rules.TODAY));
        return fixture.givenNoPriorActivity();
    }

    private static RecruitPropagandist of(String unit, @Nullable String idKey, @Nullable String phoneKey, String day) {
        return new RecruitPropagandist("id", "2019", unit, "subject", "Y2lwaGVy", "a2V5", idKey, phoneKey, "某厂",
                LocalDate.parse(day));
    }

    @Test
    void theyAreRecorded() {
        where(Rules.recording()).when(of("FJ", "aa", "bb", "2019-06-01"), ActorMetadata.write(Rules.FUJIAN))
                .expectEvents(new PropagandistRecruited("id", "2019", "FJ", "subject", "Y2lwaGVy", "aa", "bb", "某厂",
                        LocalDate.of(2019, 6, 1)));
    }

    @Test
    void onTheRulesOfTheCampaign() {
        var fujian = ActorMetadata.write(Rules.FUJIAN);
        where(Rules.recording()).when(of("FJ", null, null, "2019-06-01"), fujian).expectException(refusedWith(
                "person-not-identified")).expectNoEvents();
        where(Rules.recording()).when(of("GD", "aa", null, "2019-06-01"), fujian).expectException(refusedWith(
                "foreign-unit")).expectNoEvents();
        where(Rules.recording()).when(of("FJ", "aa", null, "2019-04-30"), fujian).expectException(refusedWith(
                "outside-window")).expectNoEvents();
        where(Rules.with(false)).when(of("FJ", "aa", null, "2019-06-01"), fujian).expectException(refusedWith(
                "phase-not-open")).expectNoEvents();
    }
}
