package org.campaignledger.seal.verify;

import java.nio.file.Path;
import java.util.List;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies demands of a log.
 *
 * @param keys      the log's keys that are believed; none to believe those that it tells itself
 * @param witnesses keys of witnesses that are believed; none to believe those that it tells itself
 * @param quorum    how many of them must have cosigned; nothing to demand none
 * @param lastSeen  where the checkpoint that was verified last is kept; nothing to keep none
 */
public record Policy(
        List<VerifierKey> keys, List<VerifierKey> witnesses, @Nullable Integer quorum, @Nullable Path lastSeen) {

    /** How many witnesses must have cosigned: all that are named, where they are and no number is. */
    int demanded() {
        Integer asked = quorum;
        return asked == null ? witnesses.size() : asked;
    }
}
