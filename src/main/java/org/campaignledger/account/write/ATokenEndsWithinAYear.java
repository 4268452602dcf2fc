package org.campaignledger.account.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** A token's last day is today at the earliest and in a year at the latest: what is forgotten ends by itself. */
final class ATokenEndsWithinAYear {

    private ATokenEndsWithinAYear() {}

    /**
     * Judges the last day.
     *
     * @throws Refused 422 {@code token-expiry}
     */
    static void check(LocalDate expiresOn, LocalDate today) {
        LocalDate latest = today.plusYears(1);
        if (expiresOn.isBefore(today) || expiresOn.isAfter(latest)) {
            throw Refused.because(List.of(new Violation("expiresOn", "token-expiry",
                    Map.of("min", today, "max", latest))));
        }
    }
}
