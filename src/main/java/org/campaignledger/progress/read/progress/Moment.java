package org.campaignledger.progress.read.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The moment of which progress is made.
 *
 * @param position the position that it reflects
 * @param asOf     when that position was recorded
 * @param today    the day up to which planned and forecast count, in the campaign's time zone
 * @param on       only what occurred on this day or before; absent for all
 */
public record Moment(long position, Instant asOf, LocalDate today, @Nullable LocalDate on) {}
