package org.campaignledger.platform.rules;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/** The rules that hold for every record of a unit, asked together: unit, phase, window. */
public final class RecordRules {

    private RecordRules() {}

    /**
     * Adds what is wrong to {@code checks}. Values that are absent were reported as such already and are passed over.
     *
     * @param dateField the field that holds the business date
     * @param today     in the campaign's zone
     * @throws org.campaignledger.kernel.Refused 403 for a foreign unit
     */
    public static void check(
            CampaignRules rules, Actor actor, @Nullable String unit, String dateField, @Nullable LocalDate occurredOn,
            LocalDate today, Checks checks) {
        if (unit != null) {
            AReporterRecordsForItsOwnUnit.check(rules, actor, unit);
            checks.that(rules.units().containsKey(unit), "unit", "unknown-unit");
        }
        RecordingNeedsAnOpenPhase.check(rules, occurredOn, today).ifPresent(checks::add);
        if (occurredOn != null) {
            ItOccurredInsideTheWindow.check(rules, dateField, occurredOn, today).ifPresent(checks::add);
        }
    }
}
