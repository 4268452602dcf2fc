package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;

/**
 * The moment that an address asks a public page for. What cannot be read is taken as now: an address is mended by hand.
 *
 * @param on       a day
 * @param position a position
 */
record MomentAsked(@Nullable String on, @Nullable String position) {

    PointInTime moment() {
        return new PointInTime(number(position), day(on));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
