package org.campaignledger.platform.web.pages.audit;

import java.util.List;
import org.campaignledger.platform.web.pages.RecordPage;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a figure.
 *
 * @param campaign   id of the campaign
 * @param asked      as it stands in the address
 * @param metrics    that can be chosen
 * @param units      that can be chosen; none where the reader has a category
 * @param categories that can be chosen
 * @param figure     absent while no metric is chosen, or where what was asked cannot be read
 * @param wrong      what the contract refuses of it; absent where it reads it
 */
record ExplainPage(
        String campaign, Asked asked, List<RecordPage.Choice> metrics, List<RecordPage.Choice> units,
        List<RecordPage.Choice> categories, @Nullable Figure figure, @Nullable String wrong) {

    /**
     * The question.
     *
     * @param metric   which figure
     * @param unit     of a unit or sub-unit; absent for all
     * @param category of a category; absent for all
     * @param position as of this position; absent for now
     * @param on       only what occurred on this day or before
     * @param after    cursor of the page before
     */
    record Asked(
            @Nullable String metric, @Nullable String unit, @Nullable String category, @Nullable String position,
            @Nullable String on, @Nullable String after) {}

    /**
     * The figure.
     *
     * @param name   what is counted, and of whom
     * @param sum    the figure itself
     * @param count  how many postings are behind it
     * @param moment what it reflects, in words
     * @param rows   this page of the postings, oldest first
     * @param first  address of the first page; absent on it
     * @param next   address of the next page; absent on the last
     */
    record Figure(
            String name, String of, String sum, String count, String moment, List<Row> rows, @Nullable String first,
            @Nullable String next) {}

    /** A posting. */
    record Row(
            long position, String number, String time, String on, String sentence, String unit, String category,
            String amount) {}
}
