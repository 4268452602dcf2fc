package org.campaignledger.account.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** An account has at most twenty tokens that are taken: who has more no longer knows where they are. */
final class NobodyNeedsMoreThanTwentyTokens {

    static final int MOST = 20;

    private NobodyNeedsMoreThanTwentyTokens() {}

    /**
     * Judges a further one.
     *
     * @param lastDays of those that nobody has ended
     * @throws Refused 422 {@code too-many-tokens}
     */
    static void check(Collection<LocalDate> lastDays, LocalDate today) {
        if (lastDays.stream().filter(last -> !last.isBefore(today)).count() >= MOST) {
            throw Refused.because(List.of(new Violation("", "too-many-tokens", Map.of("max", MOST))));
        }
    }
}
