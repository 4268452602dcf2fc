package org.campaignledger.seal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.seal.verify.tree.Merkle;

/** RFC 6962 word by word: recursive, and so plainly the definition; what was computed once is remembered. */
public final class TestTree {

    private final Merkle merkle = new Merkle();
    private final List<byte[]> leaves;
    private final Map<Long, byte[]> known = new HashMap<>();

    /** A tree over hashes of leaves. */
    public TestTree(List<byte[]> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    /** MTH(D[from:to]). */
    public byte[] root(int from, int to) {
        if (from == to) {
            return Merkle.emptyRoot();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        long range = ((long) from << Integer.SIZE) | to;
        byte[] before = known.get(range);
        if (before != null) {
            return before;
        }
        int split = from + split(to - from);
        byte[] root = merkle.node(root(from, split), root(split, to));
        known.put(range, root);
        return root;
    }

    private static int split(int count) {
        int half = 1;
        while (half * 2 < count) {
            half *= 2;
        }
        return half;
    }

    /** PATH(index, D[0:size]). */
    public List<byte[]> inclusion(int index, int size) {
        return path(index, 0, size);
    }

    private List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int split = from + split(to - from);
        List<byte[]> path = index < split ? path(index, from, split) : path(index, split, to);
        path.add(index < split ? root(split, to) : root(from, split));
        return path;
    }

    /** PROOF(first, D[0:second]). */
    public List<byte[]> consistency(int first, int second) {
        return first == 0 || first == second ? new ArrayList<>() : subproof(first, 0, second, true);
    }

    private List<byte[]> subproof(int first, int from, int to, boolean whole) {
        if (first == to) {
            List<byte[]> proof = new ArrayList<>();
            if (!whole) {
                proof.add(root(from, to));
            }
            return proof;
        }
        int split = from + split(to - from);
        List<byte[]> proof = first <= split
                ? subproof(first, from, split, whole)
                : subproof(first, split, to, false);
        proof.add(first <= split ? root(split, to) : root(from, split));
        return proof;
    }
}
