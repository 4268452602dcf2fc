package org.campaignledger.platform.duplicates;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks for texts that may be alike, without comparing each with each and without missing any. Two texts that are alike
 * share so many bigrams that, with the bigrams of each ordered from the rarest to the most common, they share one of the
 * first few already (prefix filtering). Those few are a text's blocks; being rare, they bring few texts together.
 */
public final class RareBigrams {

    private final Map<String, Integer> frequencies = new HashMap<>();

    /** Of all these texts, between which it is to be looked for likeness. */
    public RareBigrams(Collection<String> texts) {
        texts.forEach(text -> Similarity.bigrams(Similarity.core(text)).forEach(bigram -> frequencies.merge(bigram, 1,
                Integer::sum)));
    }

    /** The blocks of one of the texts: the same whatever the order in which the texts were given. */
    public List<String> of(String text) {
        List<String> ordered = Similarity.bigrams(Similarity.core(text)).stream()
                .sorted(Comparator.comparing((String bigram) -> frequencies.getOrDefault(bigram, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return ordered.subList(0, ordered.isEmpty() ? 0 : ordered.size() - leastCommon(ordered.size()) + 1);
    }

    /** Bigrams that a text of so many shares at the least with any text that is alike. */
    private static int leastCommon(int size) {
        return Math.max(1, (int) Math.ceil(size * Similarity.ALIKE / (2 - Similarity.ALIKE) - 1e-9));
    }
}
