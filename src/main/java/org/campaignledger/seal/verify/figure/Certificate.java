package org.campaignledger.seal.verify.figure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.tree.Merkle;

/** The replay certificate: the log's signed word on the hash of the folded balance. */
public final class Certificate {

    private static final String FORM = "campaign-ledger/replay/v1";
    private static final String WHERE = "certificate";

    private Certificate() {}

    /** The hash over the folded balance, in hex. */
    public static String hash(Fold fold) {
        List<byte[]> lines = fold.cells().entrySet().stream().filter(cell -> cell.getValue()[0] != 0)
                .map(cell -> cell.getKey().line(cell.getValue()[0]).getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned).toList();
        MessageDigest digest = Merkle.sha256();
        lines.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Holds a certificate against the log's keys and a checkpoint.
     *
     * @return the hash that it certifies
     * @throws Wrong it is not signed, or not of this log and position
     */
    public static String signed(byte[] bytes, Checkpoint checkpoint, List<VerifierKey> keys) throws Wrong {
        Note note;
        try {
            note = Note.of(bytes);
        } catch (NotChecked malformed) {
            throw new Wrong(WHERE, Fault.UNSIGNED, malformed.getMessage());
        }
        if (note.forged(keys) || note.signedBy(keys).isEmpty()) {
            throw new Wrong(WHERE, Fault.UNSIGNED, "the replay certificate bears no valid signature of the log",
                    note.toString());
        }
        List<String> lines = note.lines();
        if (lines.size() != 4
                || !lines.subList(0, 3).equals(List.of(FORM, checkpoint.origin(), Long.toString(checkpoint.size())))) {
            throw new Wrong(WHERE, Fault.CHANGED, "the replay certificate is not one of this log and position",
                    note.toString());
        }
        return lines.get(3);
    }

    /**
     * Holds a certificate against the events.
     *
     * @throws Wrong it is not what they fold to
     */
    public static void check(byte[] bytes, Checkpoint checkpoint, List<VerifierKey> keys, Fold fold) throws Wrong {
        String signed = signed(bytes, checkpoint, keys);
        String folded = hash(fold);
        if (!signed.equals(folded)) {
            throw new Wrong("position " + checkpoint.size(), Fault.FIGURE, "the replay certificate says " + signed
                    + ", the events fold to " + folded + Figures.unknown(fold));
        }
    }
}
