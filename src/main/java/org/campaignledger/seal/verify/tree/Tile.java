package org.campaignledger.seal.verify.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tile of a tree of some size, as C2SP tlog-tiles has it.
 *
 * @param level 0 over the leaves
 * @param index within the level
 * @param width how many hashes it holds, 1 to 256
 */
public record Tile(int level, long index, int width) {

    /** Hashes of a full tile. */
    public static final int FULL = 256;

    private static final int LEVEL_BITS = 8;
    private static final int PART = 1000;

    /** How many hashes a level holds in a tree of this size. */
    public static long hashesAt(int level, long size) {
        int shift = level * LEVEL_BITS;
        return shift >= Long.SIZE ? 0 : size >> shift;
    }

    /** How many tiles a level holds in a tree of this size, the partial one included. */
    public static long tilesAt(int level, long size) {
        long hashes = hashesAt(level, size);
        return hashes / FULL + (hashes % FULL == 0 ? 0 : 1);
    }

    /** A tile in a tree of this size. */
    public static Tile of(int level, long index, long size) {
        return new Tile(level, index, (int) Math.min(FULL, hashesAt(level, size) - index * FULL));
    }

    /** How many tiles a tree of this size has in all. */
    public static long count(long size) {
        long count = 0;
        for (int level = 0; hashesAt(level, size) > 0; level++) {
            count += tilesAt(level, size);
        }
        return count;
    }

    /** Its path, such as {@code tile/0/x001/234.p/5}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** The path of the bundle of the entries below a tile of level 0. */
    public String entriesPath() {
        return "tile/entries/" + place();
    }

    private String place() {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%03d", index % PART));
        for (long rest = index / PART; rest > 0; rest /= PART) {
            parts.add(0, String.format(Locale.ROOT, "x%03d", rest % PART));
        }
        return String.join("/", parts) + (width == FULL ? "" : ".p/" + width);
    }

    /** The tile with its full width, to be asked for where the partial one is no longer kept. */
    public Tile whole() {
        return new Tile(level, index, FULL);
    }
}
