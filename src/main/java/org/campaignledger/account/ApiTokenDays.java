package org.campaignledger.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days that tokens count: those of China, whatever campaign they are used for. */
public final class ApiTokenDays {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private ApiTokenDays() {}

    /** The day of an instant. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(CHINA).toLocalDate();
    }
}
