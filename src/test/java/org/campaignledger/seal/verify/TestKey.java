package org.campaignledger.seal.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;

/** A key of Ed25519 whose seed is 32 times the same byte, so that every run signs the same. */
public final class TestKey {

    private static final int RAW = 32;

    private final KeyPair pair;
    private final VerifierKey verifier;

    private TestKey(String name, int type, int seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SameByte((byte) seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
        byte[] spki = pair.getPublic().getEncoded();
        verifier = VerifierKey.of(name, type, Arrays.copyOfRange(spki, spki.length - RAW, spki.length));
    }

    private static final class SameByte extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte value;

        private SameByte(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }

    /** A log's key. */
    public static TestKey ofLog(String name, int seed) {
        return new TestKey(name, VerifierKey.SIGNS, seed);
    }

    /** A witness's key. */
    public static TestKey ofWitness(String name, int seed) {
        return new TestKey(name, VerifierKey.COSIGNS, seed);
    }

    /** What others verify with. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The signature line of a text, its newline included. */
    public String line(String text) {
        return line(text, 1_575_000_000L);
    }

    private String line(String text, long time) {
        byte[] signature = verifier.cosigns()
                ? ByteBuffer.allocate(72).putLong(time).put(sign(VerifierKey.cosigned(text, time))).array()
                : sign(text.getBytes(StandardCharsets.UTF_8));
        return Note.line(verifier.name(), verifier.id(), signature) + "\n";
    }

    /** A note. */
    public String signed(String text) {
        return text + "\n" + line(text);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
