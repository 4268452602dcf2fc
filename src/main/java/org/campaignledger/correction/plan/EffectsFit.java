package org.campaignledger.correction.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.correction.Effect;
import org.campaignledger.platform.correction.FigureChange;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts an effect so that the event which holds it stays below its limit of 1 MiB (DOMAIN, "Ledger events"): what a
 * request says beside it is 200 KiB at most. Of every list the first are kept, in its order: national figures, units and
 * categories stand before sub-units. What is left out is counted.
 */
final class EffectsFit {

    /** Bytes of JSON of each list, 720 KiB together. */
    static final int RECORDS = 400 * 1024;
    static final int FIGURES = 160 * 1024;
    static final int FALLS = 80 * 1024;
    static final int POSTINGS = 80 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    private EffectsFit() {}

    /** The effect, no longer than fits; the same where it does. */
    static Effect fit(Effect whole) {
        List<Effect.OnRecord> records = first(whole.records(), RECORDS);
        List<FigureChange> figures = first(whole.figures(), FIGURES);
        List<Effect.Amount> postings = first(whole.postings(), POSTINGS);
        List<Map<String, Object>> all = whole.falls();
        List<Map<String, Object>> falls = all == null ? null : first(all, FALLS);
        Effect.LeftOut left = new Effect.LeftOut(left(whole.figures(), figures),
                all == null || falls == null ? 0 : left(all, falls), left(whole.postings(), postings));
        return new Effect(whole.version(), whole.position(), whole.count(), records, falls, postings, figures,
                left.isNothing() ? null : left);
    }

    private static int left(List<?> all, List<?> shown) {
        return all.size() - shown.size();
    }

    private static <T> List<T> first(List<T> all, int bytes) {
        List<T> first = new ArrayList<>();
        long left = bytes;
        for (T one : all) {
            left -= JSON.writeValueAsBytes(one).length + 1L;
            if (left < 0) {
                return first;
            }
            first.add(one);
        }
        return first;
    }
}
