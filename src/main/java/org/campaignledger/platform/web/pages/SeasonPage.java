package org.campaignledger.platform.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a campaign day by day, and the latest records.
 *
 * @param campaign id of the campaign
 * @param title    its name
 * @param metric   the figure that is shown
 * @param metrics  all that can be chosen
 * @param reflects the position that the figures reflect, as a reader reads it
 * @param on       the day up to which they are shown; absent where it is now
 * @param position the position that is shown; absent where it is the head
 * @param planned  whether there is a plan
 * @param days     the days on which something was counted, the newest first
 * @param records  the latest records of all, the newest first; these are always of now
 */
record SeasonPage(
        String campaign, String title, String metric, List<String> metrics, String reflects, @Nullable String on,
        @Nullable Long position, boolean planned, List<Day> days, List<Told> records) {

    /** A day: what was counted on it, what by its end, and the plan; empty where there is none. */
    record Day(String on, String amount, String cumulative, String plan, String difference) {}

    /** A record in words, its position, and when it was recorded, to the minute in the campaign's zone. */
    record Told(String position, String at, String words) {}
}
