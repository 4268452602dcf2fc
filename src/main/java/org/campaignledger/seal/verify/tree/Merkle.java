package org.campaignledger.seal.verify.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The hashes of RFC 6962 §2.1. Not thread-safe: it keeps one digest for all of them. */
public final class Merkle {

    /** Bytes of a hash. */
    public static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /** A new SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /** The root of the empty tree. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    /** The hash of a leaf. */
    public byte[] leaf(byte[] entry, int length) {
        digest.update(LEAF);
        digest.update(entry, 0, length);
        return digest.digest();
    }

    /** The hash of a leaf. */
    public byte[] leaf(byte[] entry) {
        return leaf(entry, entry.length);
    }

    /** The hash of a node. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /**
     * The root over hashes that stand one after the other.
     *
     * @param hashes where they stand
     * @param from   the first one's index
     * @param count  how many, at least 1
     */
    public byte[] root(byte[] hashes, int from, int count) {
        if (Integer.bitCount(count) == 1) {
            byte[] level = Arrays.copyOfRange(hashes, from * HASH, (from + count) * HASH);
            fold(level, count);
            return Arrays.copyOf(level, HASH);
        }
        int left = Integer.highestOneBit(count);
        return node(root(hashes, from, left), root(hashes, from + left, count - left));
    }

    /** Folds a power of two of hashes in place. */
    private void fold(byte[] level, int count) {
        try {
            for (int width = count; width > 1; width /= 2) {
                for (int i = 0; i < width / 2; i++) {
                    digest.update(NODE);
                    digest.update(level, 2 * i * HASH, 2 * HASH);
                    digest.digest(level, i * HASH, HASH);
                }
            }
        } catch (java.security.DigestException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }

    /** The root over a list of leaf hashes; that of the empty tree if there are none. */
    public byte[] root(List<byte[]> leaves) {
        byte[] hashes = new byte[leaves.size() * HASH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i), 0, hashes, i * HASH, HASH);
        }
        return leaves.isEmpty() ? emptyRoot() : root(hashes, 0, leaves.size());
    }
}
