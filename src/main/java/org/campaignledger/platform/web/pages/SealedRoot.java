package org.campaignledger.platform.web.pages;

import java.util.Optional;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.campaignledger.platform.web.refusal.Language;

/**
 * The newest root of the sealed log, as a page shows it: what its figures can be held to later, on paper as well.
 *
 * @param root in base64; empty while nothing is sealed, or where it can't be told
 * @param size how many entries it stands for, as a reader reads it
 * @param told whether the log answered: one that awaits its witnesses, or is away, is not one that is empty
 */
record SealedRoot(String root, String size, boolean told) {

    /** The root that the checkpoint of now tells. */
    static SealedRoot of(Contract contract, Language language) {
        Optional<String> checkpoint = contract.text("/log/checkpoint");
        Optional<SignedNote> sealed = checkpoint.flatMap(SignedNote::of).filter(note -> note.size() > 0);
        return new SealedRoot(sealed.map(SignedNote::root).orElse(""), Figures.in(language).exact(sealed.map(
                SignedNote::size).orElse(0L)), checkpoint.isPresent());
    }
}
