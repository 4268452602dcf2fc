package org.campaignledger.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The two secrets of a ledger. The master key wraps the keys of persons and can be replaced; the natural-key key never
 * rotates, since the HMACs made with it stand in the ledger for good. Whoever holds the second can test a guessed
 * identity or phone number against the ledger, and can read nothing with it.
 */
public final class LedgerKeys {

    /** Length of both keys. */
    public static final int KEY_BYTES = 32;

    private static final String NATURAL = "natural key";

    private final MasterKey master;
    private final @Nullable MasterKey previous;
    private final SecretKeySpec naturalKey;
    private final SecretKeySpec bodyKey;
    private final byte[] naturalFingerprint;

    /**
     * Keys of {@link #KEY_BYTES} random bytes each.
     *
     * @throws IllegalArgumentException a key is of another length
     */
    public LedgerKeys(byte[] masterKey, byte[] naturalKey) {
        this(masterKey, null, naturalKey);
    }

    /**
     * The same while the master key is being replaced.
     *
     * @param previousKey the master key before; absent if it is not being replaced
     * @throws IllegalArgumentException a key is of another length
     */
    public LedgerKeys(byte[] masterKey, byte @Nullable [] previousKey, byte[] naturalKey) {
        mustBeOfTheRightLength(naturalKey);
        this.master = new MasterKey(masterKey);
        this.previous = previousKey == null ? null : new MasterKey(previousKey);
        this.naturalKey = new SecretKeySpec(naturalKey, "HmacSHA256");
        // Bodies of commands are compared under a key of their own, derived from the one that never rotates.
        this.bodyKey = new SecretKeySpec(hmac(this.naturalKey, "command body"), "HmacSHA256");
        this.naturalFingerprint = hmac(this.naturalKey, "fingerprint");
    }

    static void mustBeOfTheRightLength(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the ledger's keys are of " + KEY_BYTES + " bytes");
        }
    }

    /** The HMAC under which a natural key of a person stands in the ledger, lower-case hex. */
    public String naturalKeyOf(String kind, String normalForm) {
        return HexFormat.of().formatHex(hmac(naturalKey, kind + "\n" + normalForm));
    }

    /** The keyed hash by which the bodies of commands are compared, lower-case hex. */
    public String bodyHash(byte[] canonicalBody) {
        return HexFormat.of().formatHex(MasterKey.mac(bodyKey).doFinal(canonicalBody));
    }

    /** A key of {@link #KEY_BYTES} bytes for something else that all instances share, derived for this purpose alone. */
    public byte[] keyFor(String purpose) {
        return hmac(naturalKey, "key for " + purpose);
    }

    byte[] wrap(String subject, byte[] personKey) {
        return master.wrap(subject, personKey);
    }

    /** Under whichever of the two master keys: a row may have been written by an instance that knew only the old. */
    byte[] unwrap(String subject, byte[] wrapped) throws GeneralSecurityException {
        try {
            return master.unwrap(subject, wrapped);
        } catch (GeneralSecurityException notByThisOne) {
            if (previous == null) {
                throw notByThisOne;
            }
            return previous.unwrap(subject, wrapped);
        }
    }

    MasterKey master() {
        return master;
    }

    @Nullable
    MasterKey previous() {
        return previous;
    }

    /** The master key of this fingerprint, the one in force or the one before; null if it is neither. */
    @Nullable
    MasterKey masterOf(byte[] fingerprint) {
        if (master.hasFingerprint(fingerprint)) {
            return master;
        }
        return previous != null && previous.hasFingerprint(fingerprint) ? previous : null;
    }

    /** The natural-key key, under the master key. */
    byte[] wrappedNaturalKey() {
        return master.wrap(NATURAL, naturalKey.getEncoded());
    }

    /** What {@link #wrappedNaturalKey} holds. */
    static byte[] unwrapNaturalKey(MasterKey master, byte[] wrapped) throws GeneralSecurityException {
        return master.unwrap(NATURAL, wrapped);
    }

    byte[] masterFingerprint() {
        return master.fingerprint();
    }

    byte[] naturalFingerprint() {
        return naturalFingerprint.clone();
    }

    boolean hasNaturalFingerprint(byte[] other) {
        return MessageDigest.isEqual(naturalFingerprint, other);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        return MasterKey.mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
