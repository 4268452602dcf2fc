package org.campaignledger.platform.web.pages;

import java.util.Optional;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.campaignledger.platform.web.refusal.Language;

/**
 * The newest root of the sealed log, as a page shows it: what its figures can be held to later, on paper as well.
 *
 * @param root in base64; empty while nothing is sealed
 * @param size how many entries it stands for, as a reader reads it
 */
record SealedRoot(String root, String size) {

    /** The root that the checkpoint of now tells. */
    static SealedRoot of(Contract contract, Language language) {
        Optional<SignedNote> sealed = SignedNote.of(contract.text("/log/checkpoint").orElse(""));
        return new SealedRoot(sealed.map(SignedNote::root).orElse(""), Figures.in(language).exact(sealed.map(
                SignedNote::size).orElse(0L)));
    }
}
