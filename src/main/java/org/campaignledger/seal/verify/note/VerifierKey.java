package org.campaignledger.seal.verify.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.tree.Merkle;

/** A verifier key (vkey) of C2SP signed-note: Ed25519 of a log (type 1) or of a witness that cosigns (type 4). */
public final class VerifierKey {

    /** Signs the text of a note. */
    public static final int SIGNS = 0x01;
    /** Cosigns a checkpoint with the time at which it did. */
    public static final int COSIGNS = 0x04;

    private static final Pattern FORM = Pattern.compile("([^+\\s\\p{Z}\\p{Cc}]+)\\+([0-9a-fA-F]{8})\\+(\\S+)");
    private static final int ID = 4;
    private static final int TIME = 8;

    private final String text;
    private final String name;
    private final int id;
    private final int type;
    private final PublicKey key;

    private VerifierKey(String name, int type, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.type = type;
        this.key = Ed25519.key(raw);
        this.id = ByteBuffer.wrap(idOf(name, type, raw)).getInt();
        this.text = name + "+" + HexFormat.of().formatHex(idOf(name, type, raw)) + "+"
                + Base64.getEncoder().encodeToString(withType(type, raw));
    }

    /**
     * The key of this text.
     *
     * @throws NotChecked it is none that can be used
     */
    public static VerifierKey of(String text) throws NotChecked {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new NotChecked("not a verifier key (name+id+key): " + text.strip());
        }
        try {
            byte[] material = Base64.getDecoder().decode(form.group(3));
            int type = material.length == Ed25519.KEY + 1 ? material[0] : 0;
            if (type != SIGNS && type != COSIGNS) {
                throw new NotChecked("a verifier key of a kind that is not known here: " + text.strip());
            }
            VerifierKey key = new VerifierKey(form.group(1), type, Arrays.copyOfRange(material, 1, material.length));
            if (!key.text.split("\\+")[1].equals(form.group(2).toLowerCase(Locale.ROOT))) {
                throw new NotChecked("a verifier key whose id is not that of its name and key: " + text.strip());
            }
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException malformed) {
            throw new NotChecked("not a verifier key: " + text.strip());
        }
    }

    /**
     * The key of these 32 bytes.
     *
     * @param type {@link #SIGNS} or {@link #COSIGNS}
     * @throws IllegalArgumentException they are no key
     */
    public static VerifierKey of(String name, int type, byte[] raw) {
        try {
            return new VerifierKey(name, type, raw);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static byte[] withType(int type, byte[] raw) {
        return ByteBuffer.allocate(raw.length + 1).put((byte) type).put(raw).array();
    }

    private static byte[] idOf(String name, int type, byte[] raw) {
        var digest = Merkle.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(withType(type, raw)), ID);
    }

    /** Whose key it is. */
    public String name() {
        return name;
    }

    /** Whether it cosigns checkpoints, instead of signing texts. */
    public boolean cosigns() {
        return type == COSIGNS;
    }

    /** The first four bytes of a signature by this key. */
    public int id() {
        return id;
    }

    /** Whether a signature line says that it is by this key. */
    public boolean claimedBy(Note.Signature signature) {
        return signature.name().equals(name) && signature.id() == id;
    }

    /** Whether these bytes, those after the id, are this key's signature of a note's text. */
    public boolean verifies(String noteText, byte[] signature) {
        byte[] message = noteText.getBytes(StandardCharsets.UTF_8);
        if (type == SIGNS) {
            return signature.length == Ed25519.SIGNATURE && Ed25519.verifies(key, message, signature);
        }
        if (signature.length != TIME + Ed25519.SIGNATURE) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        return time >= 0 && Ed25519.verifies(key, cosigned(noteText, time),
                Arrays.copyOfRange(signature, TIME, signature.length));
    }

    /** What a cosignature of a checkpoint signs. */
    public static byte[] cosigned(String noteText, long timeSeconds) {
        return ("cosignature/v1\ntime " + timeSeconds + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The vkey. */
    @Override
    public String toString() {
        return text;
    }
}
