package org.campaignledger.measure.write.filemeasure;

import static org.campaignledger.testing.Rules.refusedWith;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.measure.events.MeasureFiled;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A measure is filed, or refused by the rules of its campaign, when the aggregate decides. */
class MeasureAggregateTest {

    private static final Actor HOST = new Actor("host", Role.HOST, "video", null);

    private static TestExecutor<MeasureAggregate> where(CampaignRules rules) {
        AggregateTestFixture<MeasureAggregate> fixture = new AggregateTestFixture<>(MeasureAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(rules, Rules.TODAY));
        return fixture.givenNoPriorActivity();
    }

    private static FileMeasure of(@Nullable String unit, @Nullable String category, String requirement, String day) {
        return new FileMeasure("id", new MeasureFiled("id", "2019", unit, category, requirement, "联合宣讲", LocalDate
                .parse(
                        day), "省委网信办", null));
    }

    private static void isRefused(CampaignRules rules, FileMeasure command, Actor actor, String code) {
        where(rules).when(command, ActorMetadata.write(actor)).expectException(refusedWith(code)).expectNoEvents();
    }

    @Test
    void itIsFiledOfAUnitOrOfACategory() {
        FileMeasure ofUnit = of("FJ-XM", null, "THEME", "2019-06-01");
        where(Rules.recording()).when(ofUnit, ActorMetadata.write(Rules.FUJIAN)).expectEvents(ofUnit.filed());
        FileMeasure ofCategory = of(null, "video", "SUMMARY", "2019-07-01");
        where(Rules.recording()).when(ofCategory, ActorMetadata.write(HOST)).expectEvents(ofCategory.filed());
    }

    @Test
    void measuresAreFiledUntilTheCampaignIsClosed() {
        FileMeasure command = of("FJ", null, "THEME", "2019-06-01");
        where(Rules.with(false)).when(command, ActorMetadata.write(Rules.FUJIAN)).expectEvents(command.filed());
        isRefused(Rules.with(true), command, Rules.FUJIAN, "campaign-closed");
    }

    @Test
    void eachFilesItsOwnMeasures() {
        isRefused(Rules.recording(), of("GD", null, "THEME", "2019-06-01"), Rules.FUJIAN, "foreign-unit");
        isRefused(Rules.recording(), of(null, "video", "SUMMARY", "2019-06-01"), Rules.FUJIAN, "foreign-category");
        isRefused(Rules.recording(), of("FJ", null, "THEME", "2019-06-01"), HOST, "foreign-unit");
        isRefused(Rules.recording(), of(null, "video", "SUMMARY", "2019-06-01"), new Actor("other", Role.HOST, "song",
                null), "foreign-category");
        isRefused(Rules.recording(), of("FJ", null, "THEME", "2019-06-01"), Rules.ADMIN, "wrong-role");
    }

    @Test
    void aMeasureIsOfAUnitOrOfACategory() {
        isRefused(Rules.recording(), of(null, null, "THEME", "2019-06-01"), Rules.FUJIAN, "unit-or-category-missing");
        isRefused(Rules.recording(), of("FJ", "video", "THEME", "2019-06-01"), Rules.FUJIAN, "unit-and-category");
        isRefused(Rules.recording(), of("ATLANTIS", null, "THEME", "2019-06-01"), Rules.FUJIAN, "unknown-unit");
        isRefused(Rules.recording(), of(null, "dance", "SUMMARY", "2019-06-01"), HOST, "unknown-category");
    }

    @Test
    void aRequirementIsAskedOfWhoeverFiles() {
        isRefused(Rules.recording(), of("FJ", null, "SUMMARY", "2019-06-01"), Rules.FUJIAN, "requirement-of-hosts");
        isRefused(Rules.recording(), of(null, "video", "THEME", "2019-06-01"), HOST, "requirement-of-units");
        isRefused(Rules.recording(), of("FJ", null, "DANCE", "2019-06-01"), Rules.FUJIAN, "unknown-requirement");
    }

    @Test
    void aMeasureIsOfTheCampaignsDays() {
        isRefused(Rules.recording(), of("FJ", null, "THEME", "2019-07-02"), Rules.FUJIAN, "in-the-future");
        isRefused(Rules.recording(), of("FJ", null, "THEME", "2019-04-30"), Rules.FUJIAN, "outside-window");
        isRefused(Rules.recording(), of("FJ", null, "THEME", "2019-12-01"), Rules.FUJIAN, "outside-window");
        CampaignRules extended = Rules.with(false, new CampaignRules.Phase("SUMMARISE", LocalDate.of(2019, 11, 1),
                LocalDate.of(2019, 12, 10), true, null));
        isRefused(extended, of("FJ", null, "THEME", "2019-12-10"), Rules.FUJIAN, "in-the-future");
        isRefused(extended, of("FJ", null, "THEME", "2019-12-11"), Rules.FUJIAN, "outside-window");
    }
}
