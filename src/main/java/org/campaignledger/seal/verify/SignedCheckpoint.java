package org.campaignledger.seal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.note.WitnessPolicy;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Service;
import org.campaignledger.seal.verify.source.Source;

/** Holds a checkpoint against the keys of the log and of its witnesses. */
final class SignedCheckpoint {

    private static final String WHERE = "checkpoint";
    private static final int PATIENCE_SECONDS = 15;

    private final Source source;
    private final Policy policy;
    private final List<VerifierKey> listed;
    private final WitnessPolicy published;
    private final Checkpoint checkpoint;

    SignedCheckpoint(Source source, Policy policy) throws IOException, Verdict {
        this.source = source;
        this.policy = policy;
        listed = WitnessPolicy.keys(source.keys());
        published = WitnessPolicy.of(source.witnesses());
        checkpoint = signed(source.checkpoint());
    }

    private Checkpoint signed(byte[] note) throws Wrong {
        Checkpoint found;
        try {
            found = Checkpoint.of(note);
        } catch (NotChecked malformed) {
            throw new Wrong(WHERE, Fault.UNSIGNED, malformed.getMessage());
        }
        List<VerifierKey> keys = keys().stream().filter(key -> key.name().equals(found.origin())).toList();
        if (found.note().forged(keys) || found.note().signedBy(keys).isEmpty()) {
            throw new Wrong(WHERE, Fault.UNSIGNED, "it bears no valid signature of the log " + found.origin(),
                    found.toString());
        }
        return found;
    }

    /** The checkpoint, signed by the log. */
    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The keys that are believed. */
    List<VerifierKey> keys() {
        return policy.keys().isEmpty() ? listed : policy.keys();
    }

    /** Those, and older ones that the log tells: good enough for what the newest checkpoint's tree confirms. */
    List<VerifierKey> keysOfThePast() {
        List<VerifierKey> all = new ArrayList<>(policy.keys());
        listed.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return all;
    }

    /**
     * Counts the cosignatures; waits a while for those that a service may get yet.
     *
     * @return a sentence about them
     * @throws Wrong one of them is forged, or fewer are there than are demanded
     */
    String cosigned() throws IOException, Verdict {
        List<VerifierKey> witnesses = policy.witnesses().isEmpty() ? published.keys() : policy.witnesses();
        Checkpoint newest = checkpoint;
        for (int waited = 0;; waited++) {
            if (newest.note().forged(witnesses)) {
                throw new Wrong(WHERE, Fault.UNSIGNED, "a cosignature in a witness's name is not the witness's",
                        newest.toString());
            }
            Set<VerifierKey> cosigners = newest.note().signedBy(witnesses);
            if (cosigners.size() >= policy.demanded()) {
                return told(cosigners.size());
            }
            if (!(source instanceof Service) || waited == PATIENCE_SECONDS) {
                throw new Wrong(WHERE, Fault.UNSIGNED, cosigners.size() + " of the " + policy.demanded()
                        + " witnesses that are demanded have cosigned it", newest.toString());
            }
            newest = again((Service) source);
        }
    }

    private String told(int cosigners) {
        boolean enough = cosigners >= published.quorum();
        return "cosigned by " + cosigners + " witness" + (cosigners == 1 ? "" : "es")
                + (policy.witnesses().isEmpty() ? " (as the log names them)" : "")
                + (policy.quorum() != null || enough
                        ? ""
                        : "; the log's own quorum is " + published.quorum() + ", and not reached yet");
    }

    private Checkpoint again(Service service) throws IOException, Verdict {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotChecked("stopped");
        }
        Checkpoint again = signed(service.checkpoint(checkpoint.size()));
        if (!again.note().text().equals(checkpoint.note().text())) {
            throw new Wrong(WHERE, Fault.FORKED, "the log tells two checkpoints of one size", checkpoint.toString(),
                    again.toString());
        }
        return again;
    }
}
