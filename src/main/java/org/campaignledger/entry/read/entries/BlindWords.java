package org.campaignledger.entry.read.entries;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.springframework.stereotype.Component;

/**
 * Makes a text searchable that must not stand in the clear (rule 23): of each pair of neighbouring characters a short
 * keyed hash. A text that contains a word contains all pairs of it, so that a search finds at least what it should; and
 * Chinese needs no words told apart.
 */
@Component
class BlindWords {

    private static final String KIND = "entry.title.pair";
    private static final int LENGTH = 7;

    private final LedgerKeys keys;

    BlindWords(LedgerKeys keys) {
        this.keys = keys;
    }

    /** The pairs of a text, as they are kept and looked for; of a single character that character. */
    List<String> of(String text) {
        int[] characters = NormalForm.nameKey(text).codePoints().toArray();
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < characters.length; i++) {
            pairs.add(hash(new String(characters, i, 1)));
            if (i + 1 < characters.length) {
                pairs.add(hash(new String(characters, i, 2)));
            }
        }
        return List.copyOf(pairs);
    }

    /** Those of them that say most: a longer word is found by its pairs alone. */
    List<String> toFind(String text) {
        int[] characters = NormalForm.nameKey(text).codePoints().toArray();
        if (characters.length == 1) {
            return List.of(hash(new String(characters, 0, 1)));
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(hash(new String(characters, i, 2)));
        }
        return List.copyOf(pairs);
    }

    private String hash(String characters) {
        return "~" + keys.naturalKeyOf(KIND, characters).substring(0, LENGTH);
    }
}
