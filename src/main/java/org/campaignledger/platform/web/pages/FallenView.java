package org.campaignledger.platform.web.pages;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What falls with a record that is taken back, ready to be shown: an award, or a place in a ranking (rule 21).
 *
 * @param kind     {@code awards}, or {@code judgings} for a place in a ranking that carries no award
 * @param category name of the category; {@link RecordWords#NONE} where it was told before categories were
 * @param entry    the work
 * @param page     where the work is shown, below the campaign's pages
 * @param level    of the award; {@link RecordWords#NONE} for a place in a ranking
 * @param rank     in the ranking; {@link RecordWords#NONE} for who may not see the ranking
 * @param score    the same, to four decimals at most
 */
record FallenView(
        String kind, String category, String entry, @Nullable String page, String level, String rank, String score) {

    private static final String ENTRIES = "entries";

    static FallenView of(JsonNode fallen, RecordWords words) {
        JsonNode place = fallen.has("place") ? fallen.path("place") : fallen;
        String entry = fallen.path("entry").asString("");
        String category = fallen.path("category").asString("");
        return new FallenView(fallen.path("kind").asString(""),
                category.isEmpty() ? RecordWords.NONE : words.category(category), entry,
                entry.isEmpty() ? null : RecordKind.page(ENTRIES, entry),
                fallen.path("level").asString(RecordWords.NONE),
                place.hasNonNull("rank") ? words.figures().exact(place.path("rank").asLong()) : RecordWords.NONE,
                place.hasNonNull("score") ? plain(place.path("score").decimalValue()) : RecordWords.NONE);
    }

    private static String plain(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }
}
