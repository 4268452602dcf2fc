package org.campaignledger.seal.store;

import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.note.VerifierKey;

/**
 * Which log this is and who signs for it.
 *
 * @param origin   its name
 * @param key      the key that signs
 * @param previous the key that signed before and still does, while readers are told of the new one
 * @param keys     all verifier keys that it ever had, the one in use first
 */
public record LogIdentity(String origin, SigningKey key, Optional<SigningKey> previous, List<VerifierKey> keys) {

    /** The checkpoint of a size, signed. */
    public String signed(long size, byte[] root) {
        String text = new Checkpoint(origin, size, root).text();
        return text + "\n" + lines(text);
    }

    /** The lines that sign a text. */
    public String lines(String text) {
        return key.line(text) + previous.map(earlier -> earlier.line(text)).orElse("");
    }
}
