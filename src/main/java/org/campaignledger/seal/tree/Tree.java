package org.campaignledger.seal.tree;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Roots and proofs of a tree that is kept in tiles (RFC 6962, section 2.1). A tree of a smaller size is in the same
 * tiles, so that any size up to the one that they hold can be asked for. Not thread-safe.
 */
public final class Tree {

    /** Where tiles are read. */
    @FunctionalInterface
    public interface Tiles {

        /** The hashes of a tile, one after the other, of at least those that the sizes asked for need. */
        byte[] hashes(Tile tile);
    }

    private final Tiles tiles;
    private final MessageDigest sha256 = Hashes.sha256();

    /** A tree in these tiles. */
    public Tree(Tiles tiles) {
        this.tiles = tiles;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? Hashes.empty() : hash(0, size);
    }

    /** The inclusion proof of a leaf in the tree of a size: the leaf's sibling first, the root's child last. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long split = from + split(to - from);
        if (index < split) {
            inclusion(index, from, split, path);
            path.add(hash(split, to));
        } else {
            inclusion(index, split, to, path);
            path.add(hash(from, split));
        }
    }

    /** The proof that the tree of a size begins with the tree of an earlier one; empty from 0 or to itself. */
    public List<byte[]> consistency(long earlier, long size) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("from " + earlier + " to " + size);
        }
        List<byte[]> path = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            consistency(earlier, 0, size, true, path);
        }
        return path;
    }

    private void consistency(long earlier, long from, long to, boolean whole, List<byte[]> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(hash(from, to));
            }
            return;
        }
        long split = from + split(to - from);
        if (earlier <= split) {
            consistency(earlier, from, split, whole, path);
            path.add(hash(split, to));
        } else {
            consistency(earlier, split, to, false, path);
            path.add(hash(from, split));
        }
    }

    /** The hash over the leaves from one index to before another. */
    private byte[] hash(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return complete(Long.numberOfTrailingZeros(count), from / count);
        }
        long split = from + split(count);
        return Hashes.node(sha256, hash(from, split), hash(split, to));
    }

    /** The greatest power of two below a number of leaves. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The hash of a complete subtree of 2^height leaves, from the tile that holds it or the hashes beneath it. */
    private byte[] complete(int height, long index) {
        int level = height / 8;
        int inside = height % 8;
        long first = index << inside;
        byte[] hashes = tiles.hashes(new Tile(level, first / Tile.WIDTH));
        return fold(hashes, (int) (first % Tile.WIDTH), 1 << inside);
    }

    private byte[] fold(byte[] hashes, int first, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, first * Hashes.BYTES, (first + 1) * Hashes.BYTES);
        }
        int half = count / 2;
        return Hashes.node(sha256, fold(hashes, first, half), fold(hashes, first + half, half));
    }

    /** The root of a full tile: what stands for it in the level above. */
    public byte[] rootOfFull(byte[] hashes) {
        return fold(hashes, 0, Tile.WIDTH);
    }
}
