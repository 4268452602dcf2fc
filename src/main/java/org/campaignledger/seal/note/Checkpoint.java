package org.campaignledger.seal.note;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a checkpoint says: this log had so many entries, and this root (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size   its number of entries: the ledger's positions up to this one
 * @param root   the tree's root, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Checkpoint(String origin, long size, byte[] root) {

    private static final int ROOT_BYTES = 32;
    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,17}");

    /**
     * Reads the text of a checkpoint, with or without further lines after the three.
     *
     * @throws IllegalArgumentException it is none
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", 4);
        if (lines.length < 3 || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        if (root.length != ROOT_BYTES) {
            throw new IllegalArgumentException("a checkpoint's root has " + ROOT_BYTES + " bytes");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /** The three lines: what is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
