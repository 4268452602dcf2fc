package org.campaignledger.exchange.report;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a summing-up is asked for (API, "Queries" and "Points in time").
 *
 * @param kind     {@code preliminary} or {@code final}; absent: the one of that time
 * @param unit     of this unit or sub-unit alone
 * @param category of this category alone
 * @param position as of this position
 * @param at       as of this instant
 * @param on       only what occurred on this day or before
 * @param waitFor  wait until the ledger has come to this position
 */
record ReportParameters(
        @Nullable String kind, @Nullable String unit, @Nullable String category, @Nullable Long position,
        @Nullable Instant at, @Nullable LocalDate on, @Nullable Long waitFor) {}
