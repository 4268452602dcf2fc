package org.campaignledger.seal.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile: up to 256 consecutive hashes of one level (C2SP tlog-tiles).
 *
 * @param level 0 for leaves; a hash of level n + 1 is the root of a full tile of level n
 * @param index its place within the level, from 0
 */
public record Tile(int level, long index) {

    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Fifteen digits in groups: more leaves than there will ever be, and no overflow. */
    private static final int LONGEST = 23;
    private static final Pattern NUMBER = Pattern.compile("(?:x\\d{3}/)*\\d{3}");

    /** The number of hashes that this tile has in a tree of so many leaves; 0 if it is not in it. */
    public int widthIn(long size) {
        long hashes = size >> Math.min(63, 8 * level);
        return (int) Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    /** The index in the form of a path: groups of three digits, all but the last after an {@code x}. */
    public static String number(long index) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            path.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        return path.toString();
    }

    /** The index of such a path; empty if it is not in the one form that an index has. */
    public static Optional<Long> index(String path) {
        Matcher digits = NUMBER.matcher(path);
        if (path.length() > LONGEST || !digits.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(path.replace("x", "").replace("/", ""));
        return number(index).equals(path) ? Optional.of(index) : Optional.empty();
    }
}
