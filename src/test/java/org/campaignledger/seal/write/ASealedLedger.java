package org.campaignledger.seal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.campaignledger.platform.eventstore.AnAppend;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MemoryStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.seal.SealDatabase;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Entry;
import org.campaignledger.seal.tree.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in memory, and the log over it in a database of its own. */
abstract class ASealedLedger {

    static final LogProperties PROPERTIES = new LogProperties(null, null, null, Duration.ofMillis(1), 1_000_000,
            Duration.ofMillis(1), List.of(), 0, Duration.ofSeconds(1), Duration.ofSeconds(60));
    final MemoryStore store = new MemoryStore();
    final LogIdentity identity = identity();
    SealDatabase database;
    JdbcClient jdbc;
    SealStore log;

    private static LogIdentity identity() {
        SigningKey key = new SigningKey("test/log", new byte[32]);
        return new LogIdentity("test/log", key, Optional.empty(), List.of(key.verifier()));
    }

    @BeforeEach
    void aLogWithoutEntries() {
        database = new SealDatabase();
        jdbc = database.jdbc();
        jdbc.sql("insert into seal_log (origin, size, root) values ('test/log', 0, sha256(''::bytea))").update();
        log = new SealStore(jdbc, database.bulk());
    }

    @AfterEach
    void close() {
        database.close();
    }

    SealPass pass(LedgerStore ledger, SealStore rows) {
        return new SealPass(ledger, rows, identity, database.transactions(), new SimpleMeterRegistry());
    }

    void append(int events) {
        for (int i = 0; i < events; i++) {
            AnAppend.of(UUID.randomUUID().toString(), 0, 1).to(store);
        }
    }

    byte[] rootFromTheBeginning() {
        Edge edge = new Edge(0, tile -> new byte[0]);
        Entry entries = new Entry();
        store.stream(0, store.head(), event -> edge.append(entries.leafHash(event)));
        return edge.root();
    }

    void isWhole() {
        assertThat(log.sealed().size()).isEqualTo(store.head());
        assertThat(log.sealed().root()).isEqualTo(rootFromTheBeginning())
                .isEqualTo(new Tree(log::stored).root(store.head()));
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        Checkpoint last = Checkpoint.parse(log.keptCheckpoints(Long.MAX_VALUE).getLast());
        assertThat(last.size()).isEqualTo(store.head());
        assertThat(last.root()).isEqualTo(log.sealed().root());
    }

    Check check(LedgerStore ledger) {
        return new Check(ledger, log, PROPERTIES, new SimpleMeterRegistry());
    }

    /** The ledger with one event gone. */
    static final class Without extends Distorted {

        private final long gone;

        Without(LedgerStore store, long gone) {
            super(store);
            this.gone = gone;
        }

        @Override
        Optional<RecordedEvent> seen(RecordedEvent event) {
            return event.position() == gone ? Optional.empty() : Optional.of(event);
        }
    }

    /** The ledger with one byte of one payload changed. */
    static final class Changed extends Distorted {

        private final long changed;

        Changed(LedgerStore store, long changed) {
            super(store);
            this.changed = changed;
        }

        @Override
        Optional<RecordedEvent> seen(RecordedEvent event) {
            byte[] payload = event.payload().clone();
            payload[payload.length - 1] ^= (byte) (event.position() == changed ? 1 : 0);
            return Optional.of(new RecordedEvent(event.position(), event.eventId(), event.aggregateType(),
                    event.aggregateId(), event.sequence(), event.type(), event.revision(), event.recordedAt(), payload,
                    event.metadata(), event.salt()));
        }
    }
}
