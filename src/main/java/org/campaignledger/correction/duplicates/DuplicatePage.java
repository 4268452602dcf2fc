package org.campaignledger.correction.duplicates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of likely duplicates, the most likely first.
 *
 * @param items the pairs
 * @param next  cursor of the next page, to be given as {@code after}; absent on the last
 * @param runs  how the list was made, kind by kind; whether it is whole stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DuplicatePage(List<Item> items, @Nullable String next, Collection<Run> runs) {

    /**
     * A pair.
     *
     * @param kind      their kind
     * @param score     how likely they are one, up to 100
     * @param reasons   why
     * @param records   both, the earlier first: {@code id}, {@code position}, {@code unit}, {@code occurredOn} and what
     *                  their register shows of them but for personal data
     * @param asOf      the position up to which records were read when this was found
     * @param dismissed who has said that they are two, where somebody has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String kind, int score, List<Because> reasons, List<Map<String, Object>> records, long asOf,
            @Nullable Dismissed dismissed) {}

    /**
     * A reason.
     *
     * @param code   its stable code
     * @param points what it adds to the score
     * @param text   the same in words
     */
    record Because(String code, int points, String text) {}

    /**
     * Somebody's word that two records are two.
     *
     * @param by     the account
     * @param at     when
     * @param reason why
     */
    record Dismissed(String by, Instant at, String reason) {}
}
