package org.campaignledger.seal.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.tree.Merkle;

/**
 * A request of C2SP tlog-witness.
 *
 * @param old        the size that the log believes was cosigned last
 * @param proof      of consistency from there
 * @param checkpoint to be cosigned
 */
record AddCheckpoint(long old, List<byte[]> proof, Checkpoint checkpoint) {

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");
    private static final int MOST_HASHES = 63;

    /**
     * The request of a body.
     *
     * @throws NotChecked it is none
     */
    static AddCheckpoint of(byte[] body) throws NotChecked {
        String text = new String(body, StandardCharsets.UTF_8);
        int gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new NotChecked("no empty line before the checkpoint");
        }
        List<String> lines = List.of(text.substring(0, gap).split("\n", -1));
        if (!OLD.matcher(lines.getFirst()).matches()) {
            throw new NotChecked("the first line is not that of the old size");
        }
        if (lines.size() - 1 > MOST_HASHES) {
            throw new NotChecked("more than " + MOST_HASHES + " hashes");
        }
        List<byte[]> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            proof.add(hash(line));
        }
        byte[] note = text.substring(gap + 2).getBytes(StandardCharsets.UTF_8);
        return new AddCheckpoint(Long.parseLong(lines.getFirst().substring("old ".length())), proof,
                Checkpoint.of(note));
    }

    private static byte[] hash(String line) throws NotChecked {
        try {
            byte[] hash = Base64.getDecoder().decode(line);
            if (hash.length == Merkle.HASH) {
                return hash;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new NotChecked("a line of the proof is no hash");
    }
}
