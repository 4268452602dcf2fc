package org.campaignledger.seal.verify.note;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.tree.Merkle;

/**
 * A checkpoint of C2SP tlog-checkpoint: how many leaves a log has, and the root over them.
 *
 * @param origin which log
 * @param size   how many leaves
 * @param root   the root over them
 * @param note   the note that says so, its signatures verified or not
 */
public record Checkpoint(String origin, long size, byte[] root, Note note) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LINES = 3;

    /**
     * The checkpoint of a note.
     *
     * @throws NotChecked it is none
     */
    public static Checkpoint of(Note note) throws NotChecked {
        List<String> lines = note.lines();
        if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty)) {
            throw new NotChecked("not a checkpoint: fewer than three lines, or an empty one");
        }
        if (!SIZE.matcher(lines.get(1)).matches()) {
            throw new NotChecked("not a checkpoint: its size is " + lines.get(1));
        }
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root(lines.get(2)), note);
    }

    /**
     * The checkpoint of these bytes.
     *
     * @throws NotChecked they are none
     */
    public static Checkpoint of(byte[] bytes) throws NotChecked {
        return of(Note.of(bytes));
    }

    private static byte[] root(String base64) throws NotChecked {
        try {
            byte[] root = Base64.getDecoder().decode(base64);
            if (root.length == Merkle.HASH && Base64.getEncoder().encodeToString(root).equals(base64)) {
                return root;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new NotChecked("not a checkpoint: its root is no SHA-256 in base64");
    }

    /** The root, as the note has it. */
    public String rootText() {
        return Base64.getEncoder().encodeToString(root);
    }

    /** The whole note. */
    @Override
    public String toString() {
        return note.toString();
    }
}
