package org.campaignledger.seal.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The right edge of a growing tree: the last tile of each level, and what has changed since it was last kept. A tree of
 * millions of leaves has four. Not thread-safe.
 */
public final class Edge {

    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private final Map<Tile, byte[]> filled = new HashMap<>();
    private final Tree tree = new Tree(this::hashes);
    private long size;

    /**
     * The edge of a kept tree.
     *
     * @param size its number of leaves
     * @param kept where its tiles are read
     */
    public Edge(long size, Tree.Tiles kept) {
        this.size = size;
        for (int level = 0; size >> (8 * level) > 0; level++) {
            Tile last = new Tile(level, (size >> (8 * level)) / Tile.WIDTH);
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            int width = last.widthIn(size);
            if (width > 0) {
                hashes.write(kept.hashes(last), 0, width * Hashes.BYTES);
            }
            levels.add(hashes);
        }
    }

    /** Appends a leaf. */
    public void append(byte[] leafHash) {
        append(0, leafHash);
        size++;
    }

    private void append(int level, byte[] hash) {
        if (level == levels.size()) {
            levels.add(new ByteArrayOutputStream());
        }
        ByteArrayOutputStream tile = levels.get(level);
        tile.writeBytes(hash);
        if (tile.size() == Tile.WIDTH * Hashes.BYTES) {
            byte[] full = tile.toByteArray();
            filled.put(new Tile(level, size >> (8 * (level + 1))), full);
            tile.reset();
            append(level + 1, tree.rootOfFull(full));
        }
    }

    /** Its number of leaves. */
    public long size() {
        return size;
    }

    /** Its root. */
    public byte[] root() {
        return tree.root(size);
    }

    /** The tiles that differ from what was kept: those that were filled, and the last ones, as far as they go. */
    public Map<Tile, byte[]> changed() {
        Map<Tile, byte[]> changed = new HashMap<>(filled);
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).size() > 0) {
                changed.put(new Tile(level, (size >> (8 * level)) / Tile.WIDTH), levels.get(level).toByteArray());
            }
        }
        return changed;
    }

    /** Tells that all changes have been kept. */
    public void kept() {
        filled.clear();
    }

    private byte[] hashes(Tile tile) {
        byte[] full = filled.get(tile);
        return full == null ? levels.get(tile.level()).toByteArray() : full;
    }
}
