package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.util.Arrays;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Tile;
import org.campaignledger.seal.verify.tree.TileTree;

/** The hashes that were sealed, by position. Keeps the tile that was read last; not thread-safe. */
public final class Leaves {

    private final Source source;
    private final TileTree tree;
    private final long size;
    private final Merkle merkle = new Merkle();
    private byte[] tile = new byte[0];
    private long at = -1;

    /**
     * Leaves of a tree.
     *
     * @param source where its tiles are read again
     * @param tree   verified
     * @param size   how many there are
     */
    public Leaves(Source source, TileTree tree, long size) {
        this.source = source;
        this.tree = tree;
        this.size = size;
    }

    /** How many there are. */
    public long size() {
        return size;
    }

    /** Whether an entry is the one that was sealed at a position; it is not, outside of the tree. */
    public boolean sealed(long position, byte[] entry, int length) throws IOException, Verdict {
        if (position < 1 || position > size) {
            return false;
        }
        load((position - 1) / Tile.FULL);
        int place = (int) ((position - 1) % Tile.FULL) * Merkle.HASH;
        return Arrays.equals(merkle.leaf(entry, length), 0, Merkle.HASH, tile, place, place + Merkle.HASH);
    }

    /** Whether an entry, with its position set to this one, is the one that was sealed there. */
    public boolean sealedIfMoved(long position, byte[] entry) throws IOException, Verdict {
        return sealed(position, Entry.at(position, entry), entry.length);
    }

    private void load(long index) throws IOException, Verdict {
        if (at == index) {
            return;
        }
        Tile wanted = Tile.of(0, index, size);
        byte[] read = index == size / Tile.FULL ? tree.partial() : source.tile(wanted);
        if (source.isLive() && wanted.width() == Tile.FULL
                && !Arrays.equals(merkle.root(read, 0, Tile.FULL), tree.rootOfTile(index))) {
            throw new Wrong(wanted.path(), Fault.TREE, "the tile is another one than a moment ago");
        }
        tile = read;
        at = index;
    }
}
