package org.campaignledger.platform.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All units, ranked.
 *
 * @param campaign its id
 * @param title    its name
 * @param metrics  what can be ranked
 * @param moment   the moment of all figures
 * @param on       the day that is shown; absent where it is today
 * @param position the position that is shown; absent where it is the head
 * @param ranking  the units
 */
record UnitsPage(
        String campaign, String title, List<String> metrics, String moment, @Nullable String on,
        @Nullable Long position, Ranking ranking) {

    /** What can be ranked by, as {@code th:each} wants it. */
    public List<String> orders() {
        return Ranking.ORDERS;
    }
}
