package org.campaignledger.seal.verify.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.seal.verify.outcome.Verdict;

/**
 * A tree made again from its leaves' hashes: above level 0 its tiles are kept, 32 bytes for every 255 leaves or so; the
 * tiles of the leaves are read again where one is needed. Not thread-safe while it grows.
 */
public final class TileTree {

    /** Reads hashes of leaves again. */
    @FunctionalInterface
    public interface Leaves {

        /** The hashes of the tile of level 0 with this index. */
        byte[] tile(long index) throws IOException, Verdict;
    }

    private static final int LEVEL_BITS = 8;
    private static final int TILE_BYTES = Tile.FULL * Merkle.HASH;

    private final Merkle merkle = new Merkle();
    private final Leaves leaves;
    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private byte[] partial = new byte[0];

    /** A tree without leaves yet. */
    public TileTree(Leaves leaves) {
        this.leaves = leaves;
    }

    /** Takes in the root of the next full tile of level 0. */
    public void add(byte[] rootOfTile) {
        add(1, rootOfTile);
    }

    /** Takes in the last tile of level 0, where it is not full. */
    public void end(byte[] hashes) {
        partial = hashes.clone();
    }

    /** The last tile of level 0, where it is not full; no hashes where it is. */
    public byte[] partial() {
        return partial.clone();
    }

    private void add(int level, byte[] hash) {
        if (levels.size() < level) {
            levels.add(new ArrayList<>());
            counts.add(0L);
        }
        List<byte[]> tiles = levels.get(level - 1);
        int place = (int) (counts.get(level - 1) % Tile.FULL);
        if (place == 0) {
            tiles.add(new byte[TILE_BYTES]);
        }
        byte[] tile = tiles.getLast();
        System.arraycopy(hash, 0, tile, place * Merkle.HASH, Merkle.HASH);
        counts.set(level - 1, counts.get(level - 1) + 1);
        if (place == Tile.FULL - 1) {
            add(level + 1, merkle.root(tile, 0, Tile.FULL));
        }
    }

    /** The hashes of a tile above level 0, as computed. */
    public byte[] tile(Tile tile) {
        return Arrays.copyOf(levels.get(tile.level() - 1).get((int) tile.index()), tile.width() * Merkle.HASH);
    }

    /** The root of the full tile of level 0 with this index, as computed. */
    public byte[] rootOfTile(long index) {
        byte[] tile = levels.getFirst().get((int) (index / Tile.FULL));
        int place = (int) (index % Tile.FULL) * Merkle.HASH;
        return Arrays.copyOfRange(tile, place, place + Merkle.HASH);
    }

    /** The root of the tree over the first leaves. */
    public byte[] root(long size) throws IOException, Verdict {
        if (size == 0) {
            return Merkle.emptyRoot();
        }
        byte[] hash = null;
        long rest = size;
        while (rest > 0) {
            int height = Long.numberOfTrailingZeros(rest);
            rest -= 1L << height;
            byte[] subtree = subtree(height, rest >> height);
            hash = hash == null ? subtree : merkle.node(subtree, hash);
        }
        return hash == null ? Merkle.emptyRoot() : hash;
    }

    /** The root over the 2^height leaves that begin at index × 2^height. */
    private byte[] subtree(int height, long index) throws IOException, Verdict {
        int level = height / LEVEL_BITS;
        int below = height % LEVEL_BITS;
        long first = index << below;
        byte[] tile = level == 0
                ? leafTile(first / Tile.FULL)
                : levels.get(level - 1).get((int) (first / Tile.FULL));
        return merkle.root(tile, (int) (first % Tile.FULL), 1 << below);
    }

    private byte[] leafTile(long index) throws IOException, Verdict {
        return index == (counts.isEmpty() ? 0 : counts.getFirst()) ? partial : leaves.tile(index);
    }
}
