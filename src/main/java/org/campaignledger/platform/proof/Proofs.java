package org.campaignledger.platform.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.eventstore.RecordedEvent;

/** Gives the proof of an event. */
@FunctionalInterface
public interface Proofs {

    /** The proof that this event is in the sealed log; empty while it is not sealed yet. */
    Optional<Proof> of(RecordedEvent event);

    /**
     * An inclusion proof with what is needed to make the entry again (docs/sealed-log.md). All bytes are base64.
     *
     * @param index      place of the entry in the log, from 0
     * @param treeSize   size of the tree
     * @param rootHash   its root
     * @param hashes     the proof: the leaf's sibling first
     * @param checkpoint the signed checkpoint of that size
     * @param entry      the entry
     * @param salt       the event's salt
     * @param payload    the payload's text exactly as stored
     * @param metadata   the metadata's text exactly as stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proof(
            long index, long treeSize, String rootHash, List<String> hashes, String checkpoint, String entry,
            String salt, String payload, String metadata) {}
}
