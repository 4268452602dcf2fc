package org.campaignledger.seal.note;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.campaignledger.seal.tree.Hashes;

/**
 * A public key by which lines of signed notes are verified: a "vkey" (C2SP signed-note).
 *
 * @param name   whose it is
 * @param type   {@link #LOG} or {@link #WITNESS}
 * @param publicKey 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record VerifierKey(String name, byte type, byte[] publicKey) {

    /** Ed25519 over the note's text. */
    public static final byte LOG = 1;
    /** A timestamped Ed25519 cosignature (C2SP tlog-cosignature). */
    public static final byte WITNESS = 4;

    private static final int KEY_BYTES = 32;

    /**
     * Reads a vkey.
     *
     * @throws IllegalArgumentException it is none, its id is not that of its key, or it is of another type
     */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || parts[0].chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a verifier key: " + vkey);
        }
        byte[] material = Base64.getDecoder().decode(parts[2]);
        if (material.length != KEY_BYTES + 1 || material[0] != LOG && material[0] != WITNESS) {
            throw new IllegalArgumentException("not an Ed25519 verifier key: " + vkey);
        }
        VerifierKey key = new VerifierKey(parts[0], material[0], Arrays.copyOfRange(material, 1, material.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the id in this verifier key is not that of its key: " + vkey);
        }
        return key;
    }

    /** The four bytes by which lines of this key are found: the beginning of a hash over name, type and key. */
    public byte[] id() {
        MessageDigest sha256 = Hashes.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(type);
        return Arrays.copyOf(sha256.digest(publicKey), 4);
    }

    /** Whether this key has signed the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            new Ed25519Verify(publicKey).verify(signature, message);
            return true;
        } catch (GeneralSecurityException isNot) {
            return false;
        }
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] material = ByteBuffer.allocate(1 + KEY_BYTES).put(type).put(publicKey).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(material);
    }
}
