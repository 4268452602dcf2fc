package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a rebuild on one instance every other one can tell, and any of them can stop it; behind a proxy nobody chooses. */
class RebuildsOfSeveralInstancesTest {

    private static final String ROWS = SmallLedger.PROJECTION;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private LedgerDatabase database;
    private SmallLedger here;
    private SmallLedger there;

    @BeforeEach
    void start() {
        database = LedgerDatabase.fresh();
        RowProjection.createTable(database, ROWS);
        here = SmallLedger.start(database, folder.resolve("here"), 50);
        there = SmallLedger.start(database, folder.resolve("there"), 50);
        here.awaitPosition(here.append(600).lastPosition());
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        here.close();
        there.close();
    }

    private void holdRebuildHere() throws InterruptedException {
        here.projection().before((entries, tables) -> {
            if (tables.equals(Tables.REBUILD)) {
                held.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThat(rebuilder(there).status(ROWS)).isEmpty();
        rebuilder(here).start(ROWS);
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Rebuilder rebuilder(SmallLedger instance) {
        return instance.bean(Rebuilder.class);
    }

    private static Rebuild status(SmallLedger instance) {
        return rebuilder(instance).status(ROWS).orElseThrow();
    }

    private static void comesTo(SmallLedger instance, Rebuild.State state) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> status(instance).state() == state);
    }

    private long table() {
        return database.number("select 'test_rows'::regclass::oid");
    }

    @Test
    void any_instance_tells_how_it_stands_and_how_it_ended() throws Exception {
        holdRebuildHere();
        Rebuild running = status(there);
        assertThat(running.state()).isEqualTo(Rebuild.State.RUNNING);
        assertThat(running.target()).isEqualTo(600);
        // The database rounds to microseconds.
        assertThat(running.startedAt()).isCloseTo(status(here).startedAt(), within(1, ChronoUnit.MILLIS));
        assertThatThrownBy(() -> rebuilder(there).start(ROWS)).hasMessageContaining("rebuild-running");
        goOn.countDown();
        comesTo(there, Rebuild.State.DONE);
        assertThat(status(there).position()).isEqualTo(600);
        assertThat(status(there).endedAt()).isNotNull();
        assertThat(status(there).eventsPerSecond()).isPositive();
        rebuilder(there).start(ROWS);
        comesTo(here, Rebuild.State.DONE);
    }

    @Test
    void any_instance_stops_it() throws Exception {
        long before = table();
        assertThatThrownBy(() -> rebuilder(there).cancel(ROWS)).hasMessageContaining("no-rebuild-running");
        holdRebuildHere();
        rebuilder(there).cancel(ROWS);
        // It looks twice a second for what others ask of it.
        SmallLedger.pause(1_500);
        goOn.countDown();
        comesTo(there, Rebuild.State.CANCELLED);
        comesTo(here, Rebuild.State.CANCELLED);
        assertThat(table()).isEqualTo(before);
        assertThatThrownBy(() -> rebuilder(here).cancel(ROWS)).hasMessageContaining("no-rebuild-running");
    }

    @Test
    void with_its_instance_it_is_gone_and_says_so() throws Exception {
        holdRebuildHere();
        assertThat(status(there).state()).isEqualTo(Rebuild.State.RUNNING);
        here.close();
        comesTo(there, Rebuild.State.FAILED);
        assertThat(status(there).problem()).contains("instance").contains("gone");
        assertThat(status(there).endedAt()).isNotNull();
        assertThat(database.texts("select tablename from pg_tables where tablename like '%\\_\\_rebuild'")).isEmpty();
        rebuilder(there).start(ROWS);
        comesTo(there, Rebuild.State.DONE);
    }

    /** As after a long pause: its turn went with its connection, and somebody else has begun anew. */
    @Test
    void taken_for_dead_it_puts_nothing_in_place_and_leaves_the_tables_of_the_other() throws Exception {
        long before = table();
        holdRebuildHere();
        database.run("update rebuild set run = gen_random_uuid()");
        goOn.countDown();
        await().atMost(SOON).until(() -> database.number(
                "select count(*) from pg_locks where locktype = 'advisory' and classid = " + 0x72656275
                        + " and database = (select oid from pg_database where datname = current_database())") == 0);
        assertThat(table()).isEqualTo(before);
        assertThat(database.texts("select tablename from pg_tables where tablename like '%\\_\\_rebuild'")).hasSize(1);
        assertThat(database.texts("select state from rebuild")).containsExactly("RUNNING");
        comesTo(here, Rebuild.State.FAILED);
    }
}
