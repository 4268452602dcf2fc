package org.campaignledger.platform.rules;

import java.util.Map;
import java.util.Optional;

import org.campaignledger.kernel.Violation;

/** Rule 2: phases gate commands. Openness follows the events, never the dates (rule 3). */
public final class APhaseIsOpen {

    private APhaseIsOpen() {}

    /**
     * Empty if one of these phases is open; otherwise {@code campaign-closed}, or {@code phase-not-open} naming the first
     * of them and its dates.
     *
     * @param phases at least one, the one that is usually meant first
     */
    public static Optional<Violation> check(CampaignRules rules, String... phases) {
        if (rules.closed()) {
            return Optional.of(Violation.of("", "campaign-closed"));
        }
        for (String phase : phases) {
            if (rules.isOpen(phase)) {
                return Optional.empty();
            }
        }
        CampaignRules.Phase named = rules.phases().get(phases[0]);
        return Optional.of(new Violation("", "phase-not-open", named == null
                ? Map.of("phase", phases[0], "from", "", "to", "")
                : Map.of("phase", phases[0], "from", named.from(), "to", named.to())));
    }
}
