package org.campaignledger.platform.web.pages.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two points in time side by side.
 *
 * @param campaign id of the campaign
 * @param from     the one, as typed or as suggested
 * @param to       the other
 * @param sides    absent where they cannot be read
 * @param wrong    what the contract refuses of them; absent where it reads them
 * @param changes  what happened in between; absent for those who may not read the trail
 */
record ComparePage(
        String campaign, String from, String to, @Nullable Sides sides, @Nullable String wrong,
        @Nullable Changes changes) {

    /**
     * The comparison.
     *
     * @param from       moment of the one, in words
     * @param to         of the other
     * @param targets    a row for each metric of the plan
     * @param columns    names of the metrics, for the table of units
     * @param units      the units of which something differs
     * @param same       how many units do not differ
     * @param categories the categories of which something differs
     */
    record Sides(
            String from, String to, List<TargetRow> targets, List<String> columns, List<Row> units, int same,
            List<Row> categories) {}

    /** A metric; targets are empty where there are none, {@code moved} says whether the target differs. */
    record TargetRow(
            String name, String before, String after, String difference, boolean differs, String targetBefore,
            String targetAfter, boolean moved) {}

    /** A unit or category with its differences in the order of the columns; empty where nothing differs. */
    record Row(String name, List<String> differences) {}

    /**
     * What happened in between.
     *
     * @param count   how many events
     * @param byType  how many of each type, most first
     * @param byActor how many of each account, most first
     * @param rows    this page of them, oldest first
     */
    record Changes(
            String count, List<Share> byType, List<Share> byActor, List<EventRow> rows, @Nullable String first,
            @Nullable String next) {}

    /** A part of what happened. */
    record Share(String name, String count) {}
}
