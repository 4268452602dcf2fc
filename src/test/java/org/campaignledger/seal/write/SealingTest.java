package org.campaignledger.seal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Sealing goes on where it stopped, whatever happened, and never in two directions. */
class SealingTest {

    private static final LogProperties PROPERTIES = new LogProperties(null, null, null, Duration.ofMillis(1), 1_000_000,
            Duration.ofMillis(1), List.of(), 0, Duration.ofSeconds(1));
    private final MemoryStore store = new MemoryStore();
    private final LogIdentity identity = identity();
    private SealDatabase database;
    private JdbcClient jdbc;
    private SealStore log;

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

    private SealPass pass(LedgerStore ledger, SealStore rows) {
        return new SealPass(ledger, rows, identity, database.transactions(), new SimpleMeterRegistry());
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            AnAppend.of(UUID.randomUUID().toString(), 0, 1).to(store);
        }
    }

    private byte[] rootFromTheBeginning() {
        Edge edge = new Edge(0, tile -> new byte[0]);
        Entry entries = new Entry();
        store.stream(0, store.head(), event -> edge.append(entries.leafHash(event)));
        return edge.root();
    }

    private void isWhole() {
        assertThat(log.sealed().size()).isEqualTo(store.head());
        assertThat(log.sealed().root()).isEqualTo(rootFromTheBeginning())
                .isEqualTo(new Tree(log::stored).root(store.head()));
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        Checkpoint last = Checkpoint.parse(log.keptCheckpoints(Long.MAX_VALUE).getLast());
        assertThat(last.size()).isEqualTo(store.head());
        assertThat(last.root()).isEqualTo(log.sealed().root());
    }

    private Check check(LedgerStore ledger) {
        return new Check(ledger, log, PROPERTIES, new SimpleMeterRegistry());
    }

    @Test
    void whatWasCommittedIsSealedInAnySteps() {
        SealPass pass = pass(store, log);
        for (int step : new int[]{1, 2, 253, 1, 300, 3}) {
            append(step);
            assertThat(pass.seal()).isFalse();
            isWhole();
        }
        assertThat(pass.seal()).isFalse();
    }

    /** Points at which a process can die between reading the size and hearing of the commit. */
    enum Death {
        BEFORE_ANYTHING, AFTER_THE_TILES, AFTER_THE_CHECKPOINT, AFTER_THE_COMMIT
    }

    @ParameterizedTest
    @EnumSource
    void whereverSealingDiesTheLogIsWholeAfterTheNextStart(Death death) {
        append(300);
        pass(store, log).seal();
        append(300);
        SealStore dying = new SealStore(jdbc, database.bulk()) {

            @Override
            public void keep(Edge edge, byte[] root) {
                die(death, Death.BEFORE_ANYTHING);
                super.keep(edge, root);
                die(death, Death.AFTER_THE_TILES);
            }

            @Override
            public void keep(Edge edge, byte[] root, String note) {
                super.keep(edge, root, note);
                die(death, Death.AFTER_THE_CHECKPOINT);
            }
        };
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.source()) {

            @Override
            protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
                super.doCommit(status);
                die(death, Death.AFTER_THE_COMMIT);
            }
        };
        SealPass dies = new SealPass(store, dying, identity, transactions, new SimpleMeterRegistry());
        assertThatThrownBy(dies::seal).hasMessage("died");
        long after = death == Death.AFTER_THE_COMMIT ? 600 : 300;
        assertThat(log.sealed().size()).isEqualTo(after);
        assertThat(log.sealed().root()).isEqualTo(new Tree(log::stored).root(after));
        append(1);
        pass(store, log).seal();
        isWhole();
        // The same instance, where only its connection has died, looks again though nothing has been added.
        append(1);
        assertThatThrownBy(dies::seal).hasMessage("died");
        assertThatThrownBy(dies::seal).as("tries again").hasMessage("died");
        pass(store, log).seal();
        isWhole();
    }

    private static void die(Death planned, Death here) {
        if (planned == here) {
            throw new IllegalStateException("died");
        }
    }

    @Test
    void severalInstancesKeepOneTree() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int instance = 0; instance < 3; instance++) {
            SealPass pass = pass(store, log);
            work.add(() -> {
                for (int i = 0; i < 60; i++) {
                    append(5);
                    pass.seal();
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
        pass(store, log).seal();
        assertThat(store.head()).isEqualTo(900);
        isWhole();
    }

    @Test
    void anEventThatIsGoneBeforeItWasSealedIsAnAlarm() {
        append(10);
        SealPass pass = pass(new Without(store, 7), log);
        assertThatThrownBy(pass::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isZero();
        assertThat(log.alarm()).contains(new SealStore.Alarm(7, "missing"));
    }

    @Test
    void theCheckNamesTheFirstEventThatDiffers() {
        append(700);
        pass(store, log).seal();
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        assertThat(check(new Without(store, 513)).firstDifference(log.sealed()))
                .contains(new SealStore.Alarm(513, "missing"));
        assertThat(check(new Changed(store, 300)).firstDifference(log.sealed()))
                .contains(new SealStore.Alarm(300, "changed"));
    }

    @Test
    void theCheckSeesThatTheTreeWasChanged() {
        append(700);
        pass(store, log).seal();
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3)) where level = 1")
                .update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(700, "tree"));
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3)) where level = 1")
                .update();
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        jdbc.sql("update seal_log set root = set_byte(root, 0, 255 - get_byte(root, 0))").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(700, "tree"));
    }

    @Test
    void anAlarmStaysUntilAWholeRoundHasFoundNothing() {
        SealStore.Alarm alarm = new SealStore.Alarm(5, "changed");
        OffsetDateTime before = log.now();
        assertThat(log.raise(alarm)).isTrue();
        assertThat(log.raise(alarm)).isFalse();
        assertThat(log.alarm()).contains(alarm);
        assertThat(log.allIsWell(before, 10)).as("a round that had begun before").isFalse();
        assertThat(log.allIsWell(log.now(), 4)).as("a round that did not come so far").isFalse();
        assertThat(log.allIsWell(log.now(), 5)).isTrue();
        assertThat(log.allIsWell(log.now(), 5)).isFalse();
        assertThat(log.alarm()).isEmpty();
        assertThat(log.raise(alarm)).as("again").isTrue();
        assertThat(jdbc.sql("select count(*) from seal_alarm").query(Long.class).single()).as("both stay").isEqualTo(2);
    }

    @Test
    void whatSomebodyHasMadeOfTheLastTilesIsNotSigned() {
        append(20);
        SealPass pass = pass(store, log);
        pass.seal();
        append(1);
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3))").update();
        assertThatThrownBy(pass(store, log)::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isEqualTo(20);
        assertThat(log.alarm()).contains(new SealStore.Alarm(20, "tree"));
        jdbc.sql("delete from seal_tile").update();
        assertThatThrownBy(pass(store, log)::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isEqualTo(20);
    }

    @Test
    void whereTheKeyWasReplacedByAnotherInstanceThisOneSignsNoMore() {
        append(1);
        jdbc.sql("insert into seal_key (vkey, since) values ('test/log+other', 0)").update();
        assertThatThrownBy(pass(store, log)::seal).hasMessageContaining("new key");
        assertThat(log.sealed().size()).isZero();
    }

    @Test
    void theCheckSeesTilesThatAreGoneOrCutAndCheckpointsOfAnotherTree() {
        append(300);
        pass(store, log).seal();
        jdbc.sql("update seal_checkpoint set note = replace(note, '=', 'A')").update();
        log.keepCheckpoint(7, "test/log\n7\n" + "A".repeat(43) + "=\n\n\u2014 x\n", "hour");
        jdbc.sql("delete from seal_checkpoint where size <> 7").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(7, "forked"));
        jdbc.sql("update seal_tile set hashes = substr(hashes, 1, 99) where level = 0 and n = 1").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(257, "tree"));
        jdbc.sql("delete from seal_tile where level = 0 and n = 0").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(1, "tree"));
    }

    /** The ledger with one event gone. */
    private static class Without extends Distorted {

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
    private static class Changed extends Distorted {

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
