package org.campaignledger.platform.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Rule 2: recording needs MOBILISE or RECOMMEND to be open; for {@code graceDays} after MOBILISE it goes on for what
 * occurred inside it. Grace counts from the later of MOBILISE's end and its closing.
 */
public final class RecordingNeedsAnOpenPhase {

    private RecordingNeedsAnOpenPhase() {}

    /**
     * Empty if recording is allowed.
     *
     * @param occurredOn the business date; absent where it was not readable: then only the phases are asked
     * @param today      in the campaign's zone
     */
    public static Optional<Violation> check(CampaignRules rules, @Nullable LocalDate occurredOn, LocalDate today) {
        if (rules.closed()) {
            return Optional.of(Violation.of("", "campaign-closed"));
        }
        if (rules.isOpen("MOBILISE") || rules.isOpen("RECOMMEND")) {
            return Optional.empty();
        }
        CampaignRules.Phase mobilise = rules.phases().get("MOBILISE");
        if (mobilise == null) {
            return Optional.of(new Violation("", "phase-not-open", Map.of("phase", "MOBILISE", "from", "", "to", "")));
        }
        LocalDate closedOn = mobilise.closedOn();
        boolean inGrace = closedOn != null && !today.isAfter(later(mobilise.to(), closedOn).plusDays(rules
                .graceDays()));
        boolean occurredInside = occurredOn == null || occurredInside(mobilise, occurredOn);
        return inGrace && occurredInside
                ? Optional.empty()
                : Optional.of(new Violation("", "phase-not-open",
                        Map.of("phase", "MOBILISE", "from", mobilise.from(), "to", mobilise.to())));
    }

    /** Inside the phase's days; where an admin closed it before its end, up to the day of closing. */
    private static boolean occurredInside(CampaignRules.Phase mobilise, LocalDate occurredOn) {
        LocalDate closedOn = mobilise.closedOn();
        LocalDate last = closedOn != null && closedOn.isBefore(mobilise.to()) && !closedOn.isBefore(mobilise.from())
                ? closedOn
                : mobilise.to();
        return !occurredOn.isBefore(mobilise.from()) && !occurredOn.isAfter(last);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
