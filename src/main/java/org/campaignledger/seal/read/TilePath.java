package org.campaignledger.seal.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.seal.tree.Tile;

/**
 * The path of a tile: {@code L/N} or {@code L/N.p/W} (C2SP tlog-tiles).
 *
 * @param tile  which
 * @param width how many of its hashes
 */
record TilePath(Tile tile, int width) {

    private static final Pattern LEVEL = Pattern.compile("0|[1-5]?\\d|6[0-3]");
    private static final Pattern PARTIAL = Pattern.compile("(.*)\\.p/([1-9]\\d{0,2})");

    /** Empty if it is not in the one form that such a path has. */
    static Optional<TilePath> parse(String level, String path) {
        if (!LEVEL.matcher(level).matches() || level.length() > 1 && level.startsWith("0")) {
            return Optional.empty();
        }
        Matcher partial = PARTIAL.matcher(path);
        boolean isPartial = partial.matches();
        int width = isPartial ? Integer.parseInt(partial.group(2)) : Tile.WIDTH;
        if (isPartial && width >= Tile.WIDTH) {
            return Optional.empty();
        }
        return Tile.index(isPartial ? partial.group(1) : path)
                .map(index -> new TilePath(new Tile(Integer.parseInt(level), index), width));
    }
}
