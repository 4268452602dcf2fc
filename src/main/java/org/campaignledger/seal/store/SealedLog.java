package org.campaignledger.seal.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.proof.Proofs;
import org.campaignledger.seal.tree.Entry;
import org.campaignledger.seal.tree.Tile;
import org.campaignledger.seal.tree.Tree;
import org.springframework.stereotype.Component;

/** The log as it is read: checkpoints of any size that it has had, and proofs. */
@Component
public class SealedLog implements Proofs {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final SealStore store;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;
    private final LogProperties properties;

    /** The log of this store. */
    public SealedLog(SealStore store, LogIdentity identity, Cosignatures cosignatures, LogProperties properties) {
        this.store = store;
        this.identity = identity;
        this.cosignatures = cosignatures;
        this.properties = properties;
    }

    /** The size of the newest tree. */
    public long size() {
        return store.sealed().size();
    }

    /**
     * The size of the newest checkpoint that is published: the newest of all, or where a quorum of witnesses is asked
     * for, the newest that has it. It never goes back, whoever changes the quorum or the witnesses: what was published
     * once stays so until something newer is. Empty while there is none.
     */
    public Optional<Long> publishedSize() {
        long sealed = size();
        if (properties.quorum() == 0) {
            cosignatures.rememberPublished(sealed);
            return Optional.of(sealed);
        }
        Optional<Long> cosigned = cosignatures.newestWith(properties.quorum());
        cosigned.ifPresent(cosignatures::rememberPublished);
        long greatest = cosignatures.greatestPublished();
        return cosigned.isEmpty() && greatest == 0
                ? Optional.empty()
                // A tree that someone has cut shows as cut.
                : Optional.of(Math.min(sealed, Math.max(greatest, cosigned.orElse(0L))));
    }

    /**
     * The size that witnesses are to cosign: the newest, or where a quorum is asked for, one that is held for some time
     * so that enough of them see the same.
     */
    public long candidateSize() {
        return properties.quorum() == 0
                ? publishedSize().orElseGet(this::size)
                : Math.min(size(), cosignatures.candidate());
    }

    /** The root of the tree of a size that the log has had. */
    public byte[] root(long size) {
        return tree().root(size);
    }

    /** The tree, for one thread and one question: each tile is read once. */
    public Tree tree() {
        Map<Tile, byte[]> read = new HashMap<>();
        return new Tree(tile -> read.computeIfAbsent(tile, store::hashes));
    }

    /** The signed checkpoint of a size that the log has had, with the cosignatures that it has. */
    public String checkpoint(long size) {
        return checkpoint(size, root(size));
    }

    private String checkpoint(long size, byte[] root) {
        return identity.signed(size, root) + String.join("", cosignatures.linesOf(size));
    }

    @Override
    public Optional<Proof> of(RecordedEvent event) {
        return publishedSize().filter(size -> event.position() <= size).map(size -> {
            long index = event.position() - 1;
            Tree tree = tree();
            byte[] root = tree.root(size);
            List<String> hashes = tree.inclusion(index, size).stream().map(BASE64::encodeToString).toList();
            return new Proof(index, size, BASE64.encodeToString(root), hashes, checkpoint(size, root),
                    BASE64.encodeToString(new Entry().of(event)), BASE64.encodeToString(event.salt()),
                    text(event.payload()), text(event.metadata()));
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
