package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody waits without end, and who stops waiting knows as much as can be known. */
class TheWritersQueueIsBoundedTest {

    private static LedgerDatabase database;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private HikariDataSource readers;
    private ExecutorService threads;

    @BeforeAll
    static void migrate() {
        database = LedgerDatabase.fresh();
    }

    @BeforeEach
    void open() {
        database.wipe();
        readers = database.pool(4, "test-reader");
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        threads.close();
        readers.close();
    }

    private PostgresLedgerStore store(int capacity, int maxBatch, long timeoutMillis) {
        return new PostgresLedgerStore(readers, database.pool(2, LedgerDatabase.WRITER), Instant::now, registry,
                new AppendQueue.Settings(capacity, maxBatch, timeoutMillis, 500));
    }

    private Future<Attempt> later(LedgerStore store, String aggregate) {
        return threads.submit(() -> Attempt.at(store, AnAppend.of(aggregate, 0, 1).build()));
    }

    private void awaitQueue(int waiting) {
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5))
                .until(() -> registry.get("ledger.append.queue").gauge().value() == waiting);
    }

    private static void awaitWriterAtTheLock() {
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5)).until(() -> database.number(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())") == 1);
    }

    @Test
    void whoever_finds_it_full_is_refused_at_once_and_nothing_of_theirs_is_written() throws Exception {
        try (var store = store(3, 100, 10_000)) {
            List<Future<Attempt>> patient = new ArrayList<>();
            try (Connection lock = database.holdWritersLock()) {
                patient.add(later(store, "inFlight"));
                awaitWriterAtTheLock();
                for (int i = 1; i <= 3; i++) {
                    patient.add(later(store, "waiting" + i));
                    awaitQueue(i);
                }
                long began = System.nanoTime();
                assertThatThrownBy(() -> AnAppend.of("refused", 0, 1).to(store))
                        .isInstanceOf(AppendFailure.Unavailable.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            }
            for (Future<Attempt> one : patient) {
                one.get().mustBeWritten();
            }
            assertThat(store.head()).isEqualTo(4);
            assertThat(store.lastSequence("refused")).isEqualTo(-1);
            AnAppend.of("refused", 0, 1).to(store);
            assertThat(registry.get("ledger.append.refused").tag("reason", "queue-full").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void whoever_waits_too_long_in_it_is_never_written_and_whoever_is_in_flight_may_be() throws Exception {
        try (var store = store(10, 1, 400)) {
            Future<Attempt> inFlight;
            try (Connection lock = database.holdWritersLock()) {
                inFlight = later(store, "inFlight");
                awaitWriterAtTheLock();
                Future<Attempt> queued = later(store, "queued");
                assertThat(inFlight.get().failure()).isInstanceOf(AppendFailure.OutcomeUnknown.class);
                assertThat(queued.get().failure()).isInstanceOf(AppendFailure.Unavailable.class);
                assertThat(store.head()).isZero();
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> store.lastSequence("inFlight") == 0);
            assertThat(AnAppend.of("next", 0, 1).to(store).firstPosition()).isEqualTo(2);
            assertThat(store.lastSequence("queued")).isEqualTo(-1);
        }
    }

    @Test
    void whoever_is_interrupted_in_it_is_never_written_and_stays_interrupted() throws Exception {
        try (var store = store(10, 1, 10_000)) {
            var stayed = new AtomicBoolean();
            try (Connection lock = database.holdWritersLock()) {
                Future<Attempt> inFlight = later(store, "inFlight");
                awaitWriterAtTheLock();
                Thread queued = Thread.ofPlatform().start(() -> {
                    Attempt attempt = Attempt.at(store, AnAppend.of("queued", 0, 1).build());
                    stayed.set(attempt.failure() instanceof AppendFailure.Unavailable
                            && Thread.currentThread().isInterrupted());
                });
                awaitQueue(1);
                queued.interrupt();
                queued.join();
                assertThat(inFlight).isNotDone();
            }
            assertThat(stayed).isTrue();
            AnAppend.of("next", 0, 1).to(store);
            assertThat(store.lastSequence("queued")).isEqualTo(-1);
        }
    }

    @Test
    void what_waits_in_it_is_written_before_the_store_closes_and_nothing_after() throws Exception {
        var store = store(50, 2, 10_000);
        List<Future<Attempt>> waiting = new ArrayList<>();
        try (Connection lock = database.holdWritersLock()) {
            for (int i = 0; i < 20; i++) {
                waiting.add(later(store, "a" + i));
            }
            awaitWriterAtTheLock();
            await().until(() -> registry.get("ledger.append.queue").gauge().value() >= 18);
            Thread.startVirtualThread(() -> closeSoon(lock));
            store.close();
        }
        for (Future<Attempt> one : waiting) {
            one.get().mustBeWritten();
        }
        assertThatThrownBy(() -> AnAppend.of("late", 0, 1).to(store)).isInstanceOf(AppendFailure.Unavailable.class);
        assertThat(database.number("select count(*) from ledger_event")).isEqualTo(20);
    }

    private static void closeSoon(Connection lock) {
        try {
            Thread.sleep(100);
            lock.close();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
