package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whatever happens to the writer's connections, nobody is told what is not so, and the writer goes on. */
class AWriterWhoseConnectionsAreKilledTest {

    private static final AppendQueue.Settings SETTINGS = new AppendQueue.Settings(200, 64, 10_000, 3_000);

    @Test
    void never_says_a_wrong_thing_while_its_connections_are_ended_at_random() throws Exception {
        long seed = System.nanoTime();
        System.out.println("never_says_a_wrong_thing_while_its_connections_are_ended_at_random: seed " + seed);
        var database = LedgerDatabase.fresh();
        try (var readers = database.pool(4, "test-reader"); var store = store(database, readers)) {
            List<Attempt> attempts = new ArrayList<>();
            int kills;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = new AtomicBoolean();
                Future<Integer> killer = threads.submit(() -> kill(database, new Random(seed), done));
                List<Future<List<Attempt>>> clients = new ArrayList<>();
                for (int t = 0; t < 8; t++) {
                    String name = "t" + t;
                    clients.add(threads.submit(() -> work(store, name)));
                }
                for (Future<List<Attempt>> client : clients) {
                    attempts.addAll(client.get());
                }
                done.set(true);
                kills = killer.get();
            }
            System.out.println(kills + " kills, " + Attempt.written(attempts).size() + " of " + attempts.size()
                    + " appends written");
            assertThat(kills).isGreaterThan(5);
            assertThat(Attempt.written(attempts)).hasSizeGreaterThan(attempts.size() / 4);
            isTrue(store, attempts);
            goesOn(store, "after");
        }
    }

    @Test
    void says_unavailable_while_the_database_is_away_and_goes_on_when_it_is_back() {
        var database = LedgerDatabase.fresh();
        try (var readers = database.pool(4, "test-reader"); var store = store(database, readers)) {
            AnAppend.of("a", 0, 1).to(store);
            database.goAway();
            try {
                assertThatThrownBy(() -> AnAppend.of("b", 0, 1).to(store))
                        .isInstanceOf(AppendFailure.Unavailable.class);
            } finally {
                database.comeBack();
            }
            goesOn(store, "c");
            assertThat(store.head()).isEqualTo(2);
            assertThat(store.lastSequence("b")).isEqualTo(-1);
        }
    }

    private static PostgresLedgerStore store(LedgerDatabase database, javax.sql.DataSource readers) {
        return new PostgresLedgerStore(readers, database.pool(2, LedgerDatabase.WRITER), Instant::now,
                new SimpleMeterRegistry(), SETTINGS);
    }

    /** A connection or two that were ended may still be in the pool. */
    private static void goesOn(LedgerStore store, String aggregate) {
        await().atMost(Duration.ofSeconds(5)).until(
                () -> Attempt.at(store, AnAppend.of(aggregate, 0, 1).build()).receipt() != null);
        assertThat(store.readAggregate(aggregate, 0)).extracting(RecordedEvent::position)
                .containsExactly(store.head());
    }

    private static int kill(LedgerDatabase database, Random random, AtomicBoolean done) throws InterruptedException {
        int kills = 0;
        while (!done.get()) {
            Thread.sleep(10 + random.nextInt(50));
            database.terminate(LedgerDatabase.WRITER);
            kills++;
        }
        return kills;
    }

    private static List<Attempt> work(LedgerStore store, String name) {
        List<Attempt> attempts = new ArrayList<>();
        long until = System.nanoTime() + 1_500_000_000L;
        while (System.nanoTime() < until) {
            attempts.add(Attempt.at(store, AnAppend.of(name + "-" + attempts.size(), 0, 1 + attempts.size() % 3)
                    .answering(name + attempts.size()).build()));
        }
        return attempts;
    }

    private static void isTrue(LedgerStore store, List<Attempt> attempts) {
        List<RecordedEvent> all = new ArrayList<>();
        store.stream(0, Long.MAX_VALUE, all::add);
        Set<UUID> there = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).position()).isEqualTo(i + 1);
            assertThat(there.add(all.get(i).eventId())).isTrue();
        }
        for (Attempt attempt : attempts) {
            List<UUID> ids = attempt.append().events().stream().map(NewEvent::eventId).toList();
            AppendFailure failure = attempt.failure();
            if (failure == null) {
                long first = attempt.mustBeWritten().firstPosition();
                assertThat(all.subList((int) first - 1, (int) first - 1 + ids.size()))
                        .extracting(RecordedEvent::eventId).isEqualTo(ids);
            } else if (failure instanceof AppendFailure.OutcomeUnknown) {
                assertThat(there.contains(ids.getFirst())).isEqualTo(there.containsAll(ids));
            } else {
                assertThat(failure).isInstanceOf(AppendFailure.Unavailable.class);
                assertThat(there).doesNotContainAnyElementsOf(ids);
            }
        }
    }
}
