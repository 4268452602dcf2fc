package org.campaignledger.seal.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Proofs;

/** Cosigns a checkpoint if the tree that it cosigned last is the beginning of that checkpoint's, and only then. */
final class Witness {

    private static final String WHERE = "checkpoint";

    private final WitnessState state;
    private final WitnessKey key;
    private final InstantSource clock;

    Witness(Path stateFile, WitnessKey key, InstantSource clock) {
        this.state = new WitnessState(stateFile);
        this.key = key;
        this.clock = clock;
    }

    /** How proofs of consistency are come by. */
    @FunctionalInterface
    interface ProofOf {

        /** The proof from the size that was cosigned last. */
        List<byte[]> from(Seen last) throws IOException, Verdict;
    }

    VerifierKey verifier() {
        return key.verifier();
    }

    WitnessState state() {
        return state;
    }

    /**
     * Cosigns a checkpoint that bears a signature of the log. What was seen is on disk when this returns. To be called
     * while the state is this one's alone.
     *
     * @param keys  those of the log that are believed from now on
     * @param proof asked for where the tree has grown
     * @throws Wrong the log went back on what was cosigned last; proof of that is kept
     */
    Note.Signature cosign(Checkpoint checkpoint, List<VerifierKey> keys, ProofOf proof) throws IOException, Verdict {
        Optional<Seen> seen = state.of(checkpoint.origin());
        if (seen.isPresent()) {
            Checkpoint last = seen.get().last();
            if (checkpoint.size() < last.size()) {
                throw caught(Fault.ROLLED_BACK, "the log shows a tree of " + checkpoint.size() + " after one of "
                        + last.size(), last, checkpoint);
            }
            if (!grown(last, checkpoint, proof.from(seen.get()))) {
                throw caught(Fault.FORKED, "the tree of " + last.size() + " that was cosigned is not the beginning of"
                        + " that of " + checkpoint.size(), last, checkpoint);
            }
        } else if (checkpoint.size() == 0 && !Arrays.equals(checkpoint.root(), Merkle.emptyRoot())) {
            throw new Wrong(WHERE, Fault.TREE, "its root is not that of the empty tree", checkpoint.toString());
        }
        return keep(checkpoint, keys);
    }

    private static boolean grown(Checkpoint last, Checkpoint now, List<byte[]> proof) {
        return new Proofs().consistent(last.size(), now.size(), last.root(), now.root(), proof);
    }

    private Wrong caught(Fault fault, String sentence, Checkpoint last, Checkpoint now) throws IOException {
        Path file = state.keepEvidence(sentence + "\n\n" + last + "\n" + now);
        return new Wrong(WHERE, fault, sentence + "; kept in " + file.getFileName(), last.toString(), now.toString());
    }

    private Note.Signature keep(Checkpoint checkpoint, List<VerifierKey> keys) throws IOException, NotChecked {
        Note.Signature ours = key.cosign(checkpoint.note(), clock.instant().getEpochSecond());
        List<Note.Signature> lines = new ArrayList<>();
        checkpoint.note().signatures().stream()
                .filter(line -> keys.stream().anyMatch(known -> known.claimedBy(line))).forEach(lines::add);
        lines.add(ours);
        state.keep(new Seen(checkpoint.origin(), keys.stream().map(VerifierKey::toString).toList(),
                checkpoint.note().with(lines).toString()));
        return ours;
    }
}
