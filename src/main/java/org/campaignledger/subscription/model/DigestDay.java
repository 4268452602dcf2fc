package org.campaignledger.subscription.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When a weekly digest is due.
 *
 * @param weekday the day
 * @param hour    the hour, 0 to 23; where the clocks skip it, the next that there is
 * @param zone    the campaign's
 */
public record DigestDay(DayOfWeek weekday, int hour, ZoneId zone) {

    /** The last time that it was due: at or before this instant. */
    public Instant lastDue(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime due = here.toLocalDate().with(TemporalAdjusters.previousOrSame(weekday))
                .atTime(LocalTime.of(hour, 0)).atZone(zone);
        return (due.isAfter(here) ? week(due) : due).toInstant();
    }

    /** The time before that. */
    public Instant before(Instant due) {
        return week(due.atZone(zone)).toInstant();
    }

    /** By days of the calendar: where clocks change, a week is an hour shorter or longer. */
    private ZonedDateTime week(ZonedDateTime due) {
        return due.toLocalDate().minusWeeks(1).atTime(LocalTime.of(hour, 0)).atZone(zone);
    }
}
