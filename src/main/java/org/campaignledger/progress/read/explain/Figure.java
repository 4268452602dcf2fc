package org.campaignledger.progress.read.explain;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The figure to be explained.
 *
 * @param campaign the campaign
 * @param metric   the metric
 * @param units    the codes whose postings it is made of: a unit and its sub-units; absent for all
 * @param category the category; absent for all
 * @param position as of this position
 * @param on       only what occurred on this day or before; absent for all
 */
record Figure(
        String campaign, Metric metric, @Nullable List<String> units, @Nullable String category, long position,
        @Nullable LocalDate on) {}
