package org.campaignledger.measure.write.filemeasure;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.measure.events.MeasureFiled;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** What may be filed as a measure. */
final class Measure {

    private Measure() {}

    /** Rules 2, 4 and 8, and that the requirement is asked of whoever files. */
    static MeasureFiled decide(FileMeasure command, Actor actor, CampaignRules rules, LocalDate today) {
        MeasureFiled filed = command.filed();
        Checks checks = new Checks();
        MeasuresAreFiledUntilTheCampaignIsClosed.check(rules, checks);
        check(rules, actor, filed.unit(), filed.category(), filed.requirement(), filed.on(), today, checks);
        checks.refuseIfAny();
        return filed;
    }

    /**
     * Adds what is wrong with what was sent; values that are absent were reported as such already, or are.
     *
     * @throws org.campaignledger.kernel.Refused 403 for a foreign unit or category, or for another role
     */
    static void check(CampaignRules rules, Actor actor, @Nullable String unit, @Nullable String category,
            @Nullable String requirement, @Nullable LocalDate on, LocalDate today, Checks checks) {
        EachFilesItsOwnMeasures.check(rules, actor, unit, category);
        AMeasureIsOfAUnitOrOfACategory.check(rules, unit, category, checks);
        ARequirementIsAskedOfWhoeverFiles.check(rules, requirement, unit, category, checks);
        AMeasureIsOfTheCampaignsDays.check(rules, on, today, checks);
    }
}
