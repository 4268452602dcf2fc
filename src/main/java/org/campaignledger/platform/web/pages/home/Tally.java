package org.campaignledger.platform.web.pages.home;

import java.util.List;
import java.util.function.Predicate;
import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/**
 * How many there are of something, as far as one page of the contract tells.
 *
 * @param known whether the contract answered
 * @param count how many
 * @param more  whether there are more than were counted
 */
record Tally(boolean known, long count, boolean more) {

    /** The number of items of an answer. */
    static Tally of(ContractAnswer answer) {
        return of(answer, item -> true);
    }

    /** The number of those items of an answer that are meant. */
    static Tally of(ContractAnswer answer, Predicate<JsonNode> meant) {
        List<JsonNode> items = answer.body().path("items").valueStream().filter(meant).toList();
        return new Tally(answer.isGranted(), items.size(), answer.body().has("next"));
    }

    /** A number that is known whole. */
    static Tally of(long count) {
        return new Tally(true, count, false);
    }

    /** Both together. */
    Tally plus(Tally other) {
        return new Tally(known && other.known, count + other.count, more || other.more);
    }
}
