package org.campaignledger.kernel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a ledger event does to one figure. To this ledger, what a line is to a book of accounts: a dashboard is a
 * balance over postings, and figures are made nowhere else.
 *
 * @param metric     the figure
 * @param unit       the reporting unit or sub-unit that the record is of
 * @param category   the category, for the figures of a category's funnel
 * @param amount     what is added; negative in reversals and amendments
 * @param occurredOn the business date, in the campaign's time zone
 */
public record Posting(
        Metric metric, String unit, @Nullable String category, long amount, LocalDate occurredOn) {

    /** A posting to a figure of the plan. */
    public static Posting of(Metric metric, String unit, long amount, LocalDate occurredOn) {
        return new Posting(metric, unit, null, amount, occurredOn);
    }

    /** The same with the opposite sign: what a reversal posts. */
    public Posting negated() {
        return new Posting(metric, unit, category, -amount, occurredOn);
    }

    /**
     * What an amendment posts: all of what stood before taken back and all of what stands now added, so that each
     * figure and day is posted to once, by the difference, and not at all where nothing changes.
     */
    public static List<Posting> difference(List<Posting> before, List<Posting> after) {
        Map<Posting, Long> amounts = new LinkedHashMap<>();
        before.forEach(posting -> amounts.merge(posting.without(), -posting.amount, Math::addExact));
        after.forEach(posting -> amounts.merge(posting.without(), posting.amount, Math::addExact));
        return amounts.entrySet().stream().filter(sum -> sum.getValue() != 0)
                .map(sum -> sum.getKey().of(sum.getValue())).toList();
    }

    private Posting without() {
        return of(0);
    }

    private Posting of(long other) {
        return new Posting(metric, unit, category, other, occurredOn);
    }
}
