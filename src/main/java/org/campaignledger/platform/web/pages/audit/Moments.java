package org.campaignledger.platform.web.pages.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as people type them, as the contract reads them. */
final class Moments {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}:\\d{2}");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm", Locale.ROOT);

    private Moments() {}

    /**
     * A day (its beginning, or its end) or a minute in this zone as an instant; anything else as it was typed, for the
     * contract to judge.
     *
     * @param end whether a day stands for its last millisecond
     */
    static @Nullable String read(@Nullable String typed, ZoneId zone, boolean end) {
        if (typed == null) {
            return null;
        }
        try {
            if (DAY.matcher(typed).matches()) {
                LocalDate day = LocalDate.parse(typed);
                return (end
                        ? day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                        : day.atStartOfDay(zone).toInstant()).toString();
            }
            if (MINUTE.matcher(typed).matches()) {
                return LocalDateTime.parse(typed.replace('T', ' '), TYPED).atZone(zone).toInstant().toString();
            }
        } catch (DateTimeException noSuchMoment) {
            return typed;
        }
        return typed;
    }
}
