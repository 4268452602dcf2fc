package org.campaignledger.seal.read;

import java.io.ByteArrayOutputStream;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
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

    /** The first entries of a bundle, each after its length in two bytes. */
    byte[] entries(Tile tile, int width) {
        Entry entries = new Entry();
        ByteArrayOutputStream out = new ByteArrayOutputStream(width * 110);
        for (RecordedEvent event : store.readAfter(tile.index() * Tile.WIDTH, width)) {
            byte[] entry = entries.of(event);
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }
}
