package org.campaignledger.exchange.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Days as workbooks count them: from 1900, with a 29 February of that year that never was, or from 1904. */
public final class SerialDays {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int AFTER_THE_DAY_THAT_NEVER_WAS = 61;
    /** 31 December 9999. */
    private static final int LAST = 2_958_465;
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    private SerialDays() {}

    /**
     * The day, with its time where it has one; empty where the number stands for none. Numbers before March 1900 are
     * none: programs disagree about them.
     */
    static Optional<String> of(BigDecimal serial, boolean from1904) {
        int earliest = from1904 ? 0 : AFTER_THE_DAY_THAT_NEVER_WAS;
        if (serial.compareTo(BigDecimal.valueOf(earliest)) < 0 || serial.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return Optional.empty();
        }
        BigDecimal whole = serial.setScale(0, RoundingMode.FLOOR);
        LocalDate day = (from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(whole.intValueExact());
        long seconds = serial.subtract(whole).multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        if (seconds == 0) {
            return Optional.of(day.toString());
        }
        return Optional.of(seconds >= SECONDS_PER_DAY.longValue()
                ? day.plusDays(1).toString()
                : day.atTime(LocalTime.ofSecondOfDay(seconds)).toString());
    }

    /** A day as XML writes it, with its time where it has one; empty where the text is none. */
    static Optional<String> ofText(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).toString());
            }
            LocalDateTime moment = LocalDateTime.parse(text.endsWith("Z")
                    ? text.substring(0, text.length() - 1)
                    : text);
            return Optional.of(moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The day behind a number that is not shown as one, counted from 1900; empty where it stands for none. */
    public static Optional<LocalDate> day(BigDecimal serial) {
        return of(serial, false).filter(text -> text.length() == 10).map(LocalDate::parse);
    }
}
