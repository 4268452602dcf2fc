package org.campaignledger.seal.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the tree: SHA-256 with the prefixes that keep leaves and nodes apart (RFC 6962, section 2.1). */
public final class Hashes {

    /** Bytes of a hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {}

    /** A digest, for one thread. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of a leaf. */
    static byte[] leaf(MessageDigest sha256, byte[] entry) {
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    /** The hash of a node. */
    static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of a tree without leaves. */
    static byte[] empty() {
        return sha256().digest();
    }
}
