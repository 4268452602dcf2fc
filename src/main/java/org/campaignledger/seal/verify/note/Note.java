package org.campaignledger.seal.verify.note;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.campaignledger.seal.verify.outcome.NotChecked;

/**
 * A signed note of C2SP.
 *
 * @param text       what is signed, its last newline included
 * @param signatures its signature lines, verified or not
 */
public record Note(String text, List<Signature> signatures) {

    /** Bytes that a note may have at most. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_SIGNATURES = 256;
    private static final int ID = 4;
    private static final String DASH = "\u2014 ";

    /**
     * A signature line.
     *
     * @param name  of the key
     * @param id    of the key
     * @param bytes the signature
     * @param line  the line as it stands, without its newline
     */
    public record Signature(String name, int id, byte[] bytes, String line) {}

    /**
     * The note of these bytes.
     *
     * @throws NotChecked they are none
     */
    public static Note of(byte[] bytes) throws NotChecked {
        String whole = decoded(bytes);
        int gap = whole.lastIndexOf("\n\n");
        if (gap < 0 || !whole.endsWith("\n") || gap + 2 >= whole.length()) {
            throw new NotChecked("not a signed note: no text, empty line and signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : whole.substring(gap + 2, whole.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
            if (signatures.size() > MAX_SIGNATURES) {
                throw new NotChecked("a signed note with more than " + MAX_SIGNATURES + " signatures");
            }
        }
        return new Note(whole.substring(0, gap + 1), List.copyOf(signatures));
    }

    private static String decoded(byte[] bytes) throws NotChecked {
        if (bytes.length > MAX_BYTES) {
            throw new NotChecked("a signed note of more than " + MAX_BYTES + " bytes");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new NotChecked("not a signed note: it holds control characters");
            }
            return text.toString();
        } catch (CharacterCodingException malformed) {
            throw new NotChecked("not a signed note: it is not UTF-8");
        }
    }

    private static Signature signature(String line) throws NotChecked {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new NotChecked("not a signed note: a line where a signature should be");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
            if (bytes.length <= ID) {
                throw new NotChecked("not a signed note: a signature without bytes");
            }
            Signature signature = new Signature(line.substring(DASH.length(), space), ByteBuffer.wrap(bytes).getInt(),
                    Arrays.copyOfRange(bytes, ID, bytes.length), line);
            if (!line(signature.name(), signature.id(), signature.bytes()).equals(line)) {
                throw new NotChecked("not a signed note: a signature whose base64 is not the usual one");
            }
            return signature;
        } catch (IllegalArgumentException malformed) {
            throw new NotChecked("not a signed note: a signature that is not base64");
        }
    }

    /** A signature line, without its newline. */
    public static String line(String name, int id, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(ID + signature.length).putInt(id).put(signature).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /** Which of these keys have signed it, each once. */
    public Set<VerifierKey> signedBy(Collection<VerifierKey> keys) {
        Set<VerifierKey> found = new LinkedHashSet<>();
        for (VerifierKey key : keys) {
            if (signatures.stream().anyMatch(line -> key.claimedBy(line) && key.verifies(text, line.bytes()))) {
                found.add(key);
            }
        }
        return found;
    }

    /** Whether one of these keys is named by a signature that is not its own: such a note is malformed. */
    public boolean forged(Collection<VerifierKey> keys) {
        return signatures.stream().anyMatch(line -> keys.stream()
                .anyMatch(key -> key.claimedBy(line) && !key.verifies(text, line.bytes())));
    }

    /** Its lines without the signatures. */
    public List<String> lines() {
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** The note with these signature lines instead. */
    public Note with(List<Signature> lines) {
        return new Note(text, List.copyOf(lines));
    }

    /** The whole note. */
    @Override
    public String toString() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature.line()).append('\n'));
        return whole.toString();
    }

    /** The whole note. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
