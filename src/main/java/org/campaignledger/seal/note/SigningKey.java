package org.campaignledger.seal.note;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The key with which the log signs (Ed25519, RFC 8032): the same text always gives the same signature. */
public final class SigningKey {

    /** Bytes of the secret seed. */
    public static final int SEED_BYTES = 32;

    private final Ed25519Sign sign;
    private final VerifierKey verifier;

    /**
     * The key of a seed.
     *
     * @param name whose it is: the log's origin
     * @param seed 32 secret bytes
     * @throws IllegalArgumentException another number of bytes
     */
    public SigningKey(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("the log's key has " + SEED_BYTES + " bytes, not " + seed.length);
        }
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            this.sign = new Ed25519Sign(pair.getPrivateKey());
            this.verifier = new VerifierKey(name, VerifierKey.LOG, pair.getPublicKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The line that signs a note's text, newline included. */
    public String line(String text) {
        try {
            byte[] signature = sign.sign(text.getBytes(StandardCharsets.UTF_8));
            byte[] told = ByteBuffer.allocate(4 + signature.length).put(verifier.id()).put(signature).array();
            return "\u2014 " + verifier.name() + " " + Base64.getEncoder().encodeToString(told) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
