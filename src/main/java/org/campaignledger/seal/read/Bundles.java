package org.campaignledger.seal.read;

import java.io.ByteArrayOutputStream;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.seal.tree.Entry;
import org.campaignledger.seal.tree.Tile;
import org.springframework.stereotype.Component;

/**
 * Entries in bundles, made from the ledger's events as they stand at this moment: if one was changed or is gone, its
 * bundle does not lead to the tile any more, and whoever looks can see it.
 */
@Component
class Bundles {

    private final LedgerStore store;

    Bundles(LedgerStore store) {
        this.store = store;
    }

    /**
     * Entries in a row.
     *
     * @param bytes   each entry after its length in two bytes
     * @param isWhole whether no position was missing
     */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Bundle(byte[] bytes, boolean isWhole) {}

    /** The first entries of a bundle. */
    Bundle entries(Tile tile, int width) {
        Entry entries = new Entry();
        ByteArrayOutputStream out = new ByteArrayOutputStream(width * 110);
        long from = tile.index() * Tile.WIDTH;
        long[] next = {from + 1};
        store.stream(from, from + width, event -> {
            byte[] entry = entries.of(event);
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
            next[0] += event.position() == next[0] ? 1 : 0;
        });
        return new Bundle(out.toByteArray(), next[0] == from + width + 1);
    }
}
