package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Service;
import org.campaignledger.seal.verify.tree.Tile;
import org.campaignledger.seal.verify.tree.TileTree;
import org.jspecify.annotations.Nullable;

/** Holds the entries that a service makes of its events as they stand now against those that were sealed. */
public final class BundlesCheck {

    private final Service service;
    private final TileTree tree;
    private final long size;
    private final Ticker ticker;
    private long lastRecordedAt = Long.MIN_VALUE;

    /** A check. */
    public BundlesCheck(Service service, TileTree tree, long size, Ticker ticker) {
        this.service = service;
        this.tree = tree;
        this.size = size;
        this.ticker = ticker;
    }

    /** A bundle, and the place of its first entry that differs. */
    private record Bundle(long index, List<byte[]> entries, int inOrder) {}

    /**
     * Reads all bundles.
     *
     * @throws Wrong one of the entries is not what was sealed: the first
     */
    public void run() throws IOException, Verdict {
        ThreadLocal<Leaves> leaves = ThreadLocal.withInitial(() -> new Leaves(service, tree, size));
        InOrder.run(Runtime.getRuntime().availableProcessors(), Tile.tilesAt(0, size), index -> read(index, leaves
                .get()), this::take);
    }

    private Bundle read(long index, Leaves leaves) throws IOException, Verdict {
        Tile tile = Tile.of(0, index, size);
        List<byte[]> entries = entries(service.bundle(tile), tile.width());
        long first = index * Tile.FULL + 1;
        int at = 0;
        while (at < entries.size()) {
            byte[] entry = entries.get(at);
            if (Entry.fault(entry) != null || !leaves.sealed(first + at, entry, entry.length)
                    || Entry.position(entry) != first + at) {
                break;
            }
            at++;
        }
        return new Bundle(index, entries, at);
    }

    /** The first entries of a bundle, up to where it ends or is cut. */
    static List<byte[]> entries(byte[] bundle, int most) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (entries.size() < most && rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            byte[] entry = new byte[Math.min(length, rest.remaining())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private void take(Bundle bundle) throws IOException, Verdict {
        long first = bundle.index() * Tile.FULL + 1;
        for (int i = 0; i < bundle.inOrder(); i++) {
            long recordedAt = Entry.recordedAt(bundle.entries().get(i));
            if (recordedAt < lastRecordedAt) {
                throw StretchReader.earlier(first + i);
            }
            lastRecordedAt = recordedAt;
        }
        if (bundle.inOrder() < Tile.of(0, bundle.index(), size).width()) {
            long position = first + bundle.inOrder();
            byte @Nullable [] entry = bundle.inOrder() < bundle.entries().size()
                    ? bundle.entries().get(bundle.inOrder())
                    : null;
            throw faultAt(position, entry);
        }
        ticker.tick("entries", first + bundle.inOrder() - 1, size);
    }

    private Wrong faultAt(long position, byte @Nullable [] entry) throws IOException, Verdict {
        Leaves leaves = new Leaves(service, tree, size);
        if (entry != null && Entry.position(entry) == position && leaves.sealed(position, entry, entry.length)) {
            return Wrong.at(position, Fault.CHANGED, "what was sealed here is no entry: " + Entry.fault(entry));
        }
        return new Diagnosis(leaves, this::at).of(position, entry);
    }

    private byte @Nullable [] at(long place) throws IOException, Verdict {
        if (place < 1 || place > size) {
            return null;
        }
        Tile tile = Tile.of(0, (place - 1) / Tile.FULL, size);
        List<byte[]> entries = entries(service.bundle(tile), tile.width());
        int index = (int) ((place - 1) % Tile.FULL);
        return index < entries.size() ? entries.get(index) : null;
    }
}
