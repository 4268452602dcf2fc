package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Tile;
import org.campaignledger.seal.verify.tree.TileTree;

/** Makes the tree again from its lowest tiles, and holds it against the root that was signed and the tiles above. */
public final class TreeCheck {

    /** More leaves than any ledger has: a size beyond is refused before work begins. */
    public static final long MOST = 1L << 34;

    private final Source source;
    private final Ticker ticker;

    /** A check. */
    public TreeCheck(Source source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
    }

    /**
     * Makes the tree of a checkpoint again.
     *
     * @throws Wrong      it is another one
     * @throws NotChecked it is said to be larger than any can be
     */
    public TileTree run(Checkpoint checkpoint) throws IOException, Verdict {
        long size = checkpoint.size();
        if (size > MOST) {
            throw new NotChecked("the checkpoint speaks of " + size + " events, more than can be verified");
        }
        TileTree tree = new TileTree(index -> source.tile(Tile.of(0, index, size)));
        ThreadLocal<Merkle> merkle = ThreadLocal.withInitial(Merkle::new);
        long[] done = {0};
        InOrder.run(Runtime.getRuntime().availableProcessors(), size / Tile.FULL, index -> merkle.get().root(source
                .tile(Tile.of(0, index, size)), 0, Tile.FULL),
                root -> {
                    tree.add(root);
                    ticker.tick("tiles", ++done[0], size / Tile.FULL);
                });
        if (size % Tile.FULL != 0) {
            tree.end(source.tile(Tile.of(0, size / Tile.FULL, size)));
        }
        byte[] root = tree.root(size);
        if (!Arrays.equals(root, checkpoint.root())) {
            throw new Wrong("checkpoint", Fault.TREE, "the tiles lead to the root "
                    + Base64.getEncoder().encodeToString(root) + ", signed is " + checkpoint.rootText());
        }
        compareAbove(tree, size);
        return tree;
    }

    private void compareAbove(TileTree tree, long size) throws IOException, Verdict {
        for (int level = 1; Tile.hashesAt(level, size) > 0; level++) {
            for (long index = 0; index < Tile.tilesAt(level, size); index++) {
                Tile tile = Tile.of(level, index, size);
                if (!Arrays.equals(source.tile(tile), tree.tile(tile))) {
                    throw new Wrong(tile.path(), Fault.TREE, "the tile is not the one that the tiles below it make");
                }
            }
        }
    }
}
