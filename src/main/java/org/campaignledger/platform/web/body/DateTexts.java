package org.campaignledger.platform.web.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Dates and instants as they are written at the door; also for query parameters and sheets. */
public final class DateTexts {

    private static final int LENGTH = 10;
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private DateTexts() {}

    /** A day written {@code YYYY-MM-DD}, from the year 0000 to 9999; {@code null} if it is not, or there is none such. */
    public static @Nullable LocalDate date(String text) {
        if (!isWrittenAsDate(text)) {
            return null;
        }
        try {
            return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean isWrittenAsDate(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /**
     * An instant in the form of RFC 3339, in UTC ({@code 2019-07-31T15:59:59Z}) or with an offset; {@code null} if it is
     * not one.
     */
    public static @Nullable Instant instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException noSuchInstant) {
            return null;
        }
    }
}
