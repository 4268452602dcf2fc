package org.campaignledger.seal.verify.event;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Instants as lines have them: {@code 2019-05-01T00:00:00.000Z}, with exactly three decimals. */
final class Instants {

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final long DAY = 86_400_000L;

    private Instants() {}

    /** Milliseconds since 1970-01-01T00:00:00Z. */
    static long millis(String text) throws Malformed {
        if (!isOfTheForm(text)) {
            throw new Malformed("recordedAt is not like 2019-05-01T00:00:00.000Z");
        }
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new Malformed("recordedAt is at no time of a day");
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2)).toEpochDay();
            return day * DAY + ((hour * 60L + minute) * 60 + second) * 1000 + number(text, 20, 3);
        } catch (DateTimeException noSuchDay) {
            throw new Malformed("recordedAt is on no day there is");
        }
    }

    private static boolean isOfTheForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
