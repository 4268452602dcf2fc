package org.campaignledger.outreach.write.reportreach;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;

/** Reach is recorded, or refused by the rules of its campaign, when the aggregate decides. */
class ReachReportAggregateTest {

    private static TestExecutor<ReachReportAggregate> where(CampaignRules rules) {
        AggregateTestFixture<ReachReportAggregate> fixture = new AggregateTestFixture<>(ReachReportAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(rules, Rules.TODAY));
        return fixture.givenNoPriorActivity();
    }

    private static ReportReach of(String from, String to, long direct, long secondary) {
        return new ReportReach("id", new ReachReported("id", "2019", "FJ", ReachReported.Channel.WECHAT,
                LocalDate.parse(from), LocalDate.parse(to), direct, secondary, null));
    }

    @Test
    void itIsRecordedAsItWasSent() {
        ReportReach command = of("2019-05-01", "2019-07-01", 10_000, 100_000);
        where(Rules.recording()).when(command, ActorMetadata.write(Rules.FUJIAN)).expectEvents(command.reported());
    }

    @Test
    void onTheRulesOfTheCampaign() {
        var fujian = ActorMetadata.write(Rules.FUJIAN);
        where(Rules.recording()).when(of("2019-04-30", "2019-06-01", 1, 1), fujian).expectException(refusedWith(
                "outside-window")).expectNoEvents();
        where(Rules.recording()).when(of("2019-06-01", "2019-07-02", 1, 1), fujian).expectException(refusedWith(
                "in-the-future")).expectNoEvents();
        where(Rules.recording()).when(of("2019-06-02", "2019-06-01", 1, 1), fujian).expectException(refusedWith(
                "period-reversed")).expectNoEvents();
        where(Rules.recording()).when(of("2019-06-01", "2019-06-02", 10_001, 1), fujian).expectException(refusedWith(
                "implausible-figure")).expectNoEvents();
        where(Rules.recording()).when(of("2019-06-01", "2019-06-02", 10_001, 100_001), fujian).expectException(
                refusedWith("validation-failed")).expectNoEvents();
        where(Rules.with(true)).when(of("2019-06-01", "2019-06-02", 1, 1), fujian).expectException(refusedWith(
                "campaign-closed")).expectNoEvents();
    }
}
