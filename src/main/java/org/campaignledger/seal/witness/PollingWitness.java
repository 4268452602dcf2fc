package org.campaignledger.seal.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.note.WitnessPolicy;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Door;
import tools.jackson.databind.JsonNode;

/** Goes to a service, and cosigns the checkpoint that it publishes. */
final class PollingWitness {

    private final Door door;
    private final Witness witness;
    private final List<VerifierKey> given;

    PollingWitness(Door door, Witness witness, List<VerifierKey> given) {
        this.door = door;
        this.witness = witness;
        this.given = given;
    }

    /**
     * What a round came to.
     *
     * @param checkpoint the log's
     * @param ours       the cosignature
     */
    record Round(Checkpoint checkpoint, Note.Signature ours) {

        /** The checkpoint with the cosignature. */
        Note note() {
            List<Note.Signature> lines = new ArrayList<>(checkpoint.note().signatures());
            lines.add(ours);
            return checkpoint.note().with(lines);
        }
    }

    /** Looks once, and cosigns. */
    Round look() throws IOException, Verdict {
        List<VerifierKey> listed = WitnessPolicy.keys(door.body("/log/key", Note.MAX_BYTES));
        return witness.state().alone(() -> {
            Checkpoint checkpoint = checkpoint();
            List<VerifierKey> keys = keys(checkpoint, listed);
            Note.Signature ours = witness.cosign(checkpoint, keys,
                    last -> proof(last.last().size(), checkpoint.size()));
            return new Round(checkpoint, ours);
        });
    }

    private Checkpoint checkpoint() throws IOException, Verdict {
        byte[] bytes = door.body("/log/checkpoint?pending=true", Note.MAX_BYTES);
        try {
            return Checkpoint.of(bytes);
        } catch (NotChecked malformed) {
            throw new Wrong("checkpoint", Fault.UNSIGNED, malformed.getMessage());
        }
    }

    /**
     * The keys that are believed from now on: those that were given or seen before, of which one must have signed; at
     * first sight the one that did. A key that the log lists and that signed beside one of these is a new one of its.
     */
    private List<VerifierKey> keys(Checkpoint checkpoint, List<VerifierKey> listed) throws IOException, Verdict {
        List<VerifierKey> named = listed.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
        Optional<Seen> seen = witness.state().of(checkpoint.origin());
        List<VerifierKey> believed = Seen.together(
                given.stream().filter(key -> key.name().equals(checkpoint.origin())).toList(),
                seen.isPresent() ? seen.get().believed() : List.of());
        boolean firstSight = believed.isEmpty() && given.isEmpty();
        List<VerifierKey> judged = firstSight ? named : believed;
        List<VerifierKey> signers = List.copyOf(checkpoint.note().signedBy(judged));
        if (signers.isEmpty() || checkpoint.note().forged(judged)) {
            throw new Wrong("checkpoint", Fault.UNSIGNED, "it bears no valid signature of a key of the log "
                    + checkpoint.origin() + " that this witness believes", checkpoint.toString());
        }
        List<VerifierKey> fresh = List.copyOf(checkpoint.note().signedBy(named));
        return Seen.together(firstSight ? signers : believed, fresh);
    }

    private List<byte[]> proof(long from, long to) throws IOException, Verdict {
        if (from == 0 || from == to) {
            return List.of();
        }
        byte[] answer = door.body("/log/consistency?from=" + from + "&to=" + to, Note.MAX_BYTES);
        try {
            List<byte[]> hashes = new ArrayList<>();
            for (JsonNode hash : Json.tree(answer).path("hashes")) {
                hashes.add(Base64.getDecoder().decode(hash.asString("")));
            }
            return hashes;
        } catch (Malformed | IllegalArgumentException malformed) {
            throw new NotChecked("the log's proof of consistency is none: " + malformed.getMessage());
        }
    }

    /** Hands the cosignature to the log. */
    String submit(Round round) throws IOException, NotChecked {
        Door.Answer answer = door.post("/log/cosignatures", round.note().toBytes(), Note.MAX_BYTES);
        if (answer.status() != 200) {
            throw new NotChecked("cosigned and kept, but the log did not take it: " + answer.status() + " "
                    + answer.text());
        }
        return answer.text();
    }
}
