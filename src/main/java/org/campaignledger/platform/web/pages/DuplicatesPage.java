package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Likely duplicates, pair by pair.
 *
 * @param campaign   id of the campaign
 * @param kinds      kinds that can be chosen
 * @param kind       the one that is chosen; absent for all
 * @param unit       the unit that is chosen; absent for all
 * @param units      units that can be chosen
 * @param dismissed  whether these are the pairs of which somebody has said that they are two
 * @param pairs      the pairs
 * @param first      address of the first page; absent on it
 * @param next       address of the next page; absent on the last
 * @param mayAsk     whether the account may ask for a merger
 * @param mayDismiss whether it may say that two are two
 * @param scriptData what the scripts start from
 */
record DuplicatesPage(
        String campaign, List<String> kinds, @Nullable String kind, @Nullable String unit,
        List<RecordPage.Choice> units, boolean dismissed, List<Pair> pairs, @Nullable String first,
        @Nullable String next, boolean mayAsk, boolean mayDismiss, String scriptData) {

    /** The kinds among which it is looked. */
    static final List<String> KINDS = List.of("mobilizations", "propagandists", "events");

    /**
     * A pair.
     *
     * @param earlier the one that was recorded first, which survives a merger unless the asker wants it otherwise
     * @param later   the one that was recorded after it
     * @param fields  both, field by field
     */
    record Pair(
            String kind, int score, List<Because> reasons, Half earlier, Half later, List<Side> fields,
            @Nullable String dismissed, String dismissedReason) {}

    /** One of the two. */
    record Half(String id, String number) {}

    /** Why. */
    record Because(String text, String points) {}

    /** A field of both. */
    record Side(String label, String earlier, String later, boolean same) {}
}
