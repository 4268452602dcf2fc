package org.campaignledger.platform.web.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.body.DateTexts;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a query asks for (API, "Points in time").
 *
 * @param position as of this position; absent for the head
 * @param on       only what occurred on this day or before; absent for all
 */
public record PointInTime(@Nullable Long position, @Nullable LocalDate on) {

    private static final Pattern POSITION = Pattern.compile("-?\\d{1,18}");

    /**
     * Reads the three parameters of the contract.
     *
     * @throws Refused 422: both {@code position} and {@code at}, or a position beyond the head
     */
    public static PointInTime of(@Nullable Long position, @Nullable Instant at, @Nullable LocalDate on,
            LedgerStore store) {
        if (position != null && at != null) {
            throw Refused.because(Violation.of("at", "excludes-each-other", "other", "position"));
        }
        if (at != null) {
            return new PointInTime(store.positionAt(at), on);
        }
        if (position != null) {
            mustBeReached("position", position, store);
        }
        return new PointInTime(position, on);
    }

    /**
     * A parameter that is a position or an instant, as it was given: one of the two is there.
     *
     * @param position the position
     * @param at       the instant
     */
    public record Given(@Nullable Long position, @Nullable Instant at) {

        /**
         * Reads it.
         *
         * @throws Refused 422 {@code missing}; 400 it is neither
         */
        public static Given of(String field, @Nullable String text) {
            if (text == null) {
                throw Refused.because(Violation.of(field, "missing"));
            }
            if (POSITION.matcher(text).matches()) {
                return new Given(Long.valueOf(text), null);
            }
            Instant instant = DateTexts.instant(text);
            if (instant == null) {
                throw Refused.malformed(List.of(Violation.of(field, "not-an-instant")));
            }
            return new Given(null, instant);
        }
    }

    /**
     * The position of a parameter that is a position or an instant.
     *
     * @throws Refused 400: it is neither; 422: it is missing, or a position beyond the head
     */
    public static long positionOf(String field, @Nullable String text, LedgerStore store) {
        Given given = Given.of(field, text == null || text.isBlank() ? null : text);
        Instant at = given.at();
        if (at != null) {
            return store.positionAt(at);
        }
        long position = Objects.requireNonNull(given.position());
        mustBeReached(field, position, store);
        return position;
    }

    private static void mustBeReached(String field, long position, LedgerStore store) {
        long head = store.head();
        if (position > head) {
            throw Refused.because(new Violation(field, "position-not-reached", Map.of("head", head)));
        }
        if (position < 0) {
            throw Refused.because(new Violation(field, "out-of-range", Map.of("min", 0)));
        }
    }

    /** Whether it is now. */
    public boolean isNow() {
        return position == null && on == null;
    }
}
