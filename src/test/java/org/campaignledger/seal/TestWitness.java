package org.campaignledger.seal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.campaignledger.seal.note.VerifierKey;
import org.campaignledger.seal.store.LogProperties;
import org.jspecify.annotations.Nullable;

/** A witness that cosigns whatever it is given. */
public final class TestWitness {

    private final Ed25519Sign sign;
    private final VerifierKey key;

    /** The witness of this name; the same number gives the same key. */
    public TestWitness(String name, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            sign = new Ed25519Sign(pair.getPrivateKey());
            key = new VerifierKey(name, VerifierKey.WITNESS, pair.getPublicKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What its lines are verified with. */
    public VerifierKey key() {
        return key;
    }

    /** It, as it is configured. */
    public LogProperties.Witness at(@Nullable String url) {
        return new LogProperties.Witness(key.toString(), url);
    }

    /** Its line under a checkpoint's text, made at this second. */
    public String line(String text, long second) {
        try {
            return line(second, sign.sign(("cosignature/v1\ntime " + second + "\n" + text)
                    .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A line that bears its name and key id, and no signature of its. */
    public String forged(int number) {
        byte[] nonsense = new byte[64];
        nonsense[0] = (byte) number;
        return line(1, nonsense);
    }

    private String line(long second, byte[] signature) {
        return "\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(ByteBuffer.allocate(76).put(key.id())
                .putLong(second).put(signature).array()) + "\n";
    }
}
