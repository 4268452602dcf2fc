package org.campaignledger.seal.verify.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Whether proofs of inclusion and of consistency hold: RFC 9162 §2.1.3.2 and §2.1.4.2, for the trees of RFC 6962. */
public final class Proofs {

    private final Merkle merkle = new Merkle();

    /**
     * Whether a leaf is in a tree.
     *
     * @param index the leaf's, from 0
     * @param size  the tree's
     * @param leaf  the leaf's hash
     * @param root  the tree's root
     * @param proof from the leaf's sibling up
     */
    public boolean includes(long index, long size, byte[] leaf, byte[] root, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = merkle.node(sibling, hash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = merkle.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether a tree is the beginning of another.
     *
     * @param from  size of the smaller one
     * @param to    size of the larger one
     * @param first root of the smaller one
     * @param second root of the larger one
     * @param proof RFC 6962 §2.1.2
     */
    public boolean consistent(long from, long to, byte[] first, byte[] second, List<byte[]> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            boolean known = from == to ? Arrays.equals(first, second) : Arrays.equals(first, Merkle.emptyRoot());
            return known && proof.isEmpty();
        }
        Iterator<byte[]> path = proof.iterator();
        int shift = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> shift;
        long last = (to - 1) >> shift;
        byte[] start = first;
        if (Long.bitCount(from) != 1) {
            if (!path.hasNext()) {
                return false;
            }
            start = path.next();
        }
        return climb(node, last, start, path, first, second);
    }

    private boolean climb(long firstNode, long firstLast, byte[] start, Iterator<byte[]> path, byte[] first,
            byte[] second) {
        long node = firstNode;
        long last = firstLast;
        byte[] small = start;
        byte[] large = start;
        while (path.hasNext()) {
            byte[] hash = path.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                small = merkle.node(hash, small);
                large = merkle.node(hash, large);
                int skipped = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                large = merkle.node(large, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(small, first) && Arrays.equals(large, second);
    }
}
