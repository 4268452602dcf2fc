package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.TestEvents;
import org.campaignledger.platform.processing.DeadLetters.DeadLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** New rows are made beside the live ones, and take their place whole or not at all. */
class RebuilderTest {

    private static final String ROWS = SmallLedger.PROJECTION;

    @TempDir
    static Path folder;

    private static LedgerDatabase database;
    private static SmallLedger ledger;

    private Rebuilder rebuilder;
    private String poison = "";
    private CountDownLatch held;
    private CountDownLatch goOn;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.fresh();
        RowProjection.createTable(database, ROWS);
        ledger = SmallLedger.start(database, folder, 50);
        ledger.awaitPosition(ledger.append(600).lastPosition());
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void rebuilder() {
        rebuilder = ledger.bean(Rebuilder.class);
        held = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    @AfterEach
    void soundAgain() {
        goOn.countDown();
        ledger.projection().before((entries, tables) -> {});
        rebuilder.start(ROWS);
        assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
        holdsEveryEventOnce();
    }

    /** Holds the first batch of a rebuild, inside its transaction, until {@link #goOn}. */
    private void holdRebuild() throws Exception {
        ledger.projection().before((entries, tables) -> {
            if (tables.equals(Tables.REBUILD)) {
                held.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            refusePoison(entries);
        });
        rebuilder.start(ROWS);
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void refusePoison(List<LedgerEntry> entries) {
        if (entries.stream().anyMatch(entry -> TestEvents.nameIn(entry).equals(poison))) {
            throw new IllegalStateException("poisoned");
        }
    }

    private Rebuild ended() {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10))
                .until(() -> status().state() != Rebuild.State.RUNNING);
        return status();
    }

    private Rebuild status() {
        return rebuilder.status(ROWS).orElseThrow();
    }

    private static void holdsEveryEventOnce() {
        long head = database.number("select max(position) from ledger_event");
        ledger.awaitPosition(head);
        assertThat(database.texts("select position from test_rows order by id").stream().map(Long::valueOf))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(ledger.bean(DeadLetters.class).count(ROWS)).isZero();
        assertThat(database.texts("select tablename from pg_tables where tablename like '%\\_\\_rebuild'")).isEmpty();
    }

    private static long table() {
        return database.number("select 'test_rows'::regclass::oid");
    }

    private static List<@Nullable String> shape() {
        return database.texts("select indexname || ': ' || indexdef from pg_indexes where tablename = 'test_rows'"
                + " union all select conname || ': ' || pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = 'test_rows'::regclass"
                + " union all select column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity"
                + " || coalesce(column_default, '') from information_schema.columns where table_name = 'test_rows'"
                + " order by 1");
    }

    @Test
    void the_old_rows_serve_and_grow_until_the_new_ones_take_over() throws Exception {
        long before = table();
        holdRebuild();
        assertThat(status().state()).isEqualTo(Rebuild.State.RUNNING);
        assertThatThrownBy(() -> rebuilder.start(ROWS)).isInstanceOf(Refused.class)
                .hasMessageContaining("rebuild-running");
        long head = ledger.append(130).lastPosition();
        ledger.awaitPosition(head);
        assertThat(table()).isEqualTo(before);
        assertThat(database.number("select count(*) from test_rows")).isEqualTo(head);

        goOn.countDown();
        Rebuild done = ended();
        assertThat(done.state()).isEqualTo(Rebuild.State.DONE);
        assertThat(done.position()).isGreaterThanOrEqualTo(head);
        assertThat(done.etaSeconds()).isZero();
        assertThat(table()).isNotEqualTo(before);
        holdsEveryEventOnce();
    }

    @Test
    void rebuilt_while_events_come_without_end_it_equals_the_fold_from_zero() throws Exception {
        var done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                ledger.append(7);
            }
        });
        try {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(50);
                rebuilder.start(ROWS);
                assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
            }
        } finally {
            done.set(true);
            writer.join();
        }
        holdsEveryEventOnce();
    }

    @Test
    void after_two_rebuilds_in_a_row_indexes_and_constraints_bear_their_old_names() {
        List<@Nullable String> before = shape();
        assertThat(before).hasSizeGreaterThan(12);
        for (int i = 0; i < 2; i++) {
            rebuilder.start(ROWS);
            assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
            assertThat(shape()).isEqualTo(before);
        }
    }

    @Test
    void cancelled_it_leaves_the_old_rows() throws Exception {
        long before = table();
        assertThatThrownBy(() -> rebuilder.cancel(ROWS)).hasMessageContaining("no-rebuild-running");
        holdRebuild();
        rebuilder.cancel(ROWS);
        goOn.countDown();
        assertThat(ended().state()).isEqualTo(Rebuild.State.CANCELLED);
        assertThat(table()).isEqualTo(before);
        holdsEveryEventOnce();
    }

    @Test
    void failing_it_leaves_the_old_rows_and_says_why() {
        long before = table();
        ledger.projection().before((entries, tables) -> {
            if (tables.equals(Tables.REBUILD)) {
                throw new DataAccessResourceFailureException("no space left");
            }
        });
        rebuilder.start(ROWS);
        Rebuild failed = ended();
        assertThat(failed.state()).isEqualTo(Rebuild.State.FAILED);
        assertThat(failed.problem()).contains("no space left");
        assertThat(failed.endedAt()).isNotNull();
        assertThat(table()).isEqualTo(before);
        holdsEveryEventOnce();
    }

    /** Both would fill the same tables beside the live ones. */
    @Test
    void of_two_instances_one_rebuilds_at_a_time() throws Exception {
        try (var second = SmallLedger.start(database, folder.resolve("second"), 50)) {
            Rebuilder there = second.bean(Rebuilder.class);
            holdRebuild();
            assertThatThrownBy(() -> there.start(ROWS)).isInstanceOf(Refused.class)
                    .hasMessageContaining("rebuild-running");
            goOn.countDown();
            assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
            there.start(ROWS);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> there.status(ROWS).orElseThrow().state() == Rebuild.State.DONE);
            holdsEveryEventOnce();
        }
    }

    @Test
    void there_is_no_rebuild_of_what_there_is_not() {
        assertThatThrownBy(() -> rebuilder.start("nothing")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rebuilder.status("nothing")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rebuilder.cancel("nothing")).isInstanceOf(Refused.class);
    }

    @Test
    void what_it_cannot_take_in_is_set_aside_with_what_came_behind_it_meanwhile() throws Exception {
        poison = "bad";
        ledger.projection().before((entries, tables) -> refusePoison(entries));
        long bad = ledger.append("k", "bad").lastPosition();
        ledger.append("l", "fine");
        ledger.awaitPosition(ledger.append("k", "behind").lastPosition());
        holdRebuild();
        long meanwhile = ledger.append("k", "meanwhile").lastPosition();
        ledger.awaitPosition(meanwhile);
        goOn.countDown();
        assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
        List<DeadLetter> letters = ledger.bean(DeadLetters.class).list(ROWS, 0, 10);
        assertThat(letters).extracting(DeadLetter::position).containsExactly(bad, bad + 2, meanwhile);
        assertThat(letters).extracting(DeadLetter::cause).satisfiesExactly(
                cause -> assertThat(cause).contains("poisoned"), cause -> assertThat(cause).isEqualTo("waits-behind"),
                cause -> assertThat(cause).isEqualTo("waits-behind"));
        assertThat(database.texts("select name from test_rows where aggregate in ('k', 'l')")).containsExactly("fine");
    }

    @Test
    void an_event_of_the_last_moment_that_it_cannot_take_in_does_not_fail_it() throws Exception {
        poison = "worse";
        holdRebuild();
        long bad = ledger.append("m", "worse").lastPosition();
        long behind = ledger.append("m", "behind").lastPosition();
        ledger.awaitPosition(ledger.append("n", "fine").lastPosition());
        goOn.countDown();
        assertThat(ended().state()).isEqualTo(Rebuild.State.DONE);
        assertThat(ledger.bean(DeadLetters.class).list(ROWS, 0, 10)).extracting(DeadLetter::position)
                .containsExactly(bad, behind);
        assertThat(database.texts("select name from test_rows where aggregate in ('m', 'n')")).containsExactly("fine");
    }
}
