package org.campaignledger.seal.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.KeptEvent;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.personaldata.ErasedPersons;
import org.campaignledger.privacy.events.PersonalDataErased;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads an archive into an empty ledger: events and claims, each erasing done again before it, then the tree over what now
 * stands in the store, then what events name. It ends with the archive's root or not at all; broken off, it goes on with the same archive where it
 * stopped.
 */
final class Restoration {

    private static final int SEALED_AT_ONCE = 100_000;
    private static final String ERASED = PersonalDataErased.class.getSimpleName();

    private final LedgerStore store;
    private final EventCodec codec;
    private final SealStore log;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Restoration(LedgerStore store, EventCodec codec, SealStore log, Attachments attachments, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.store = store;
        this.codec = codec;
        this.log = log;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Done when all events are in, and before the ledger counts as restored. */
    @FunctionalInterface
    interface Before {

        /** Does it; if it fails, the next run begins here. */
        void finishing() throws IOException;
    }

    /**
     * Restores the archive.
     *
     * @param progress is told the last position written
     * @param before   what must be done before it is finished
     * @throws IllegalStateException the ledger is not empty, or another archive's; or the root is not the archive's
     */
    void from(Archive archive, LongConsumer progress, Before before) throws IOException {
        Checkpoint target = archive.checkpoint();
        begin(archive, target);
        archive.events(store.head(), target.size(), events -> {
            // Before they are written: broken off in between, it is done again.
            ErasedPersons.eraseAgain(jdbc, erased(events));
            store.restore(events.stream().map(this::kept).toList());
            progress.accept(events.getLast().position());
        });
        if (store.head() != target.size() || !Arrays.equals(seal(target.size()), target.root())) {
            throw new IllegalStateException(
                    "What was restored does not lead to the archive's root. This ledger is of no"
                            + " use: begin again with an empty data folder.");
        }
        archive.attachments(attachments::bringBack);
        before.finishing();
        transaction.executeWithoutResult(status -> finish(archive, target));
    }

    private void begin(Archive archive, Checkpoint target) throws IOException {
        List<String> keys = archive.keys();
        transaction.executeWithoutResult(status -> {
            boolean goesOn = jdbc.sql("""
                select exists (select from restoration where root = ? and position = ? and finished_at is null)""")
                    .params(target.root(), target.size()).query(Boolean.class).single();
            if (goesOn) {
                return;
            }
            if (store.head() > 0 || jdbc.sql("select exists (select from seal_log)").query(Boolean.class).single()) {
                throw new IllegalStateException("This ledger is not empty: an archive is restored into a new one.");
            }
            jdbc.sql("insert into restoration (root, position) values (?, ?)").params(target.root(), target.size())
                    .update();
            jdbc.sql("insert into seal_log (origin, size, root) values (?, 0, sha256(''::bytea))")
                    .param(target.origin()).update();
            keys.forEach(key -> jdbc.sql("insert into seal_key (vkey, since) values (?, 0)").param(key).update());
        });
    }

    private Map<String, Long> erased(List<RecordedEvent> events) {
        Map<String, Long> positions = new HashMap<>();
        for (RecordedEvent event : events) {
            if (event.type().equals(ERASED)
                    && codec.decodePayload(event.type(), event.revision(), event
                            .payload()) instanceof PersonalDataErased receipt) {
                positions.put(receipt.subject(), event.position());
            }
        }
        return positions;
    }

    private KeptEvent kept(RecordedEvent event) {
        LedgerEvent decoded = codec.decodePayload(event.type(), event.revision(), event.payload());
        String unit = decoded.reference().unit();
        Long first = decoded.corrects().map(CorrectionMark::corrects).orElse(null);
        return new KeptEvent(event, decoded.claims(), decoded.freed(), decoded.reference().recordId(),
                unit == null ? "" : unit, first == null ? event.position() : first);
    }

    /** Seals what stands in the store, not what stood in the archive. */
    private byte[] seal(long to) {
        Entry entries = new Entry();
        Edge edge = new Edge(log.sealed().size(), log::stored);
        while (edge.size() < to) {
            long before = edge.size();
            store.stream(before, Math.min(to, before + SEALED_AT_ONCE),
                    event -> edge.append(entries.leafHash(event)));
            if (edge.size() == before) {
                throw new IllegalStateException("position " + (before + 1) + " is missing from what was restored");
            }
            byte[] root = edge.root();
            transaction.executeWithoutResult(status -> log.keep(edge, root));
            edge.kept();
        }
        return edge.root();
    }

    private void finish(Archive archive, Checkpoint target) {
        try {
            List<String> notes = new ArrayList<>(archive.checkpoints());
            notes.forEach(note -> log.keepCheckpoint(Checkpoint.parse(note).size(), note, "hour"));
            log.keepCheckpoint(target.size(), archive.note(), "restored");
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
        jdbc.sql("update restoration set finished_at = clock_timestamp()").update();
    }
}
