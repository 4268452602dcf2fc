package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard, ready to be shown: every figure on it is right before any script runs.
 *
 * @param campaign    its id
 * @param title       name of the campaign
 * @param plan        short name of the plan
 * @param notice      number of the notice
 * @param issuers     who issued it
 * @param moment      the moment of all figures
 * @param past        what the page says when it shows the past; absent when it shows now
 * @param cards       the plan's digits
 * @param rail        the campaign's time
 * @param regions     tiles of the regions
 * @param industries  tiles of the industries
 * @param funnel      the collection of works
 * @param ranking     the units, first the one that leads
 * @param on          the day that is shown, for links that keep it; absent where it is another moment
 * @param position    the position that is shown; absent where it is the head
 * @param unit        the unit that is looked into, if one is
 * @param scriptData  what the scripts start from, as JSON that is safe inside a page
 */
record DashboardPage(
        String campaign, String title, String plan, String notice, String issuers, String moment,
        @Nullable String past, List<Cards.Card> cards, Rail rail, List<Tiles.Tile> regions,
        List<Tiles.Tile> industries, List<Funnel.Row> funnel, Ranking ranking, @Nullable String on,
        @Nullable Long position, @Nullable UnitPanel unit,
        String scriptData) {

    /** The moment that is shown: not always the one that was asked for. */
    PointInTime at() {
        return new PointInTime(position, on == null ? null : LocalDate.parse(on));
    }

    /** The stages of the funnel, for the head of its table. */
    public List<String> stages() {
        return Balance.STAGES;
    }
}
