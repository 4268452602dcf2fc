package org.campaignledger.architecture.violators.platform.rules;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Violates rule 3: what a rule decides must not depend on when it is asked. */
public final class ARuleReadsTheClock {

    private ARuleReadsTheClock() {}

    /** Today it holds. */
    public static boolean check(LocalDate day) {
        return !day.isAfter(LocalDate.now(ZoneOffset.UTC));
    }
}
