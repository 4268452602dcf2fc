package org.campaignledger.seal.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.note.WitnessPolicy;
import org.campaignledger.seal.verify.outcome.NotChecked;

/**
 * What a witness has seen of a log, as its state file keeps it.
 *
 * @param origin     the log
 * @param keys       verifier keys of the log that it believes, the one that was seen first in front
 * @param checkpoint the one that it has cosigned last, its own cosignature included
 */
public record Seen(String origin, List<String> keys, String checkpoint) {

    Checkpoint last() throws NotChecked {
        return Checkpoint.of(checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    List<VerifierKey> believed() throws NotChecked {
        return WitnessPolicy.keys(keys);
    }

    /** The keys of both lists, each once. */
    static List<VerifierKey> together(List<VerifierKey> some, List<VerifierKey> others) {
        List<VerifierKey> all = new ArrayList<>(some);
        others.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all;
    }
}
