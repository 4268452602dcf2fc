package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event becomes a row once over restarts, pauses and changes of instance. */
class ProcessorsOverRestartsTest {

    @TempDir
    Path folder;

    private LedgerDatabase database;

    @BeforeEach
    void migrate() {
        database = LedgerDatabase.fresh();
        RowProjection.createTable(database, SmallLedger.PROJECTION);
    }

    private SmallLedger start(int batchSize) {
        return SmallLedger.start(database, folder, batchSize);
    }

    private void holdsEveryEventOnce(long head) {
        assertThat(database.texts("select position from test_rows order by id").stream().map(Long::valueOf))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(database.number("select count(*) from dead_letter")).isZero();
    }

    /** The token is read back: nothing that was taken in is even handed over again. */
    @Test
    void stopped_in_the_middle_it_goes_on_where_it_was() {
        long head = 0;
        long taken = 0;
        for (int round = 0; round < 2; round++) {
            try (var ledger = start(20)) {
                ledger.projection().before((entries, tables) -> SmallLedger.pause(25));
                head = ledger.append(400).lastPosition();
                long middle = head - 300;
                await().atMost(Duration.ofSeconds(10)).until(() -> database.number(
                        "select coalesce(max(position), 0) from test_rows") >= middle);
            }
            taken = database.number("select max(position) from test_rows");
            assertThat(taken).isLessThan(head);
        }
        assertThat(database.texts("select token_type from token_entry")).singleElement().asString()
                .endsWith("GlobalSequenceTrackingToken");
        try (var ledger = start(100)) {
            ledger.awaitPosition(head);
            assertThat(ledger.projection().handed()).containsExactlyElementsOf(
                    LongStream.rangeClosed(taken + 1, head).boxed().toList());
            assertThat(ledger.bean(Processors.class).worksOn(SmallLedger.PROJECTION)).isTrue();
            holdsEveryEventOnce(head);
        }
    }

    /** Its commits don't wait for the disk; a database that was cut off may come back without the last of them. */
    @Test
    void what_the_database_lost_of_a_projection_is_made_again() {
        try (var ledger = start(100)) {
            ledger.append(50);
            ledger.awaitPosition(50);
            database.run("delete from test_rows where position > 30;"
                    + " update projection set position = 30;"
                    + " update token_entry set token = convert_to(replace(convert_from(token, 'UTF8'), '50', '30'), 'UTF8')");
            assertThat(ledger.bean(ProjectionPositions.class).await(SmallLedger.PROJECTION, 50, Duration.ZERO))
                    .isFalse();
            ledger.append(10);
            ledger.awaitPosition(60);
            holdsEveryEventOnce(60);
        }
    }

    /** At night nobody writes, and what was lost must not wait for the morning. */
    @Test
    void what_the_database_lost_is_made_again_without_a_next_event() {
        try (var ledger = start(100)) {
            ledger.append(50);
            ledger.awaitPosition(50);
            database.run("delete from test_rows where position > 30;"
                    + " update projection set position = 30;"
                    + " update token_entry set token = convert_to(replace(convert_from(token, 'UTF8'), '50', '30'), 'UTF8')");
            assertThat(ledger.bean(ProjectionPositions.class).await(SmallLedger.PROJECTION, 50,
                    Duration.ofSeconds(30))).isTrue();
            holdsEveryEventOnce(50);
        }
    }

    @Test
    void paused_and_resumed_it_goes_on() {
        try (var ledger = start(100)) {
            ledger.append(50);
            ledger.awaitPosition(50);
            ledger.context().stop();
            ledger.append(50);
            ledger.context().start();
            ledger.append(50);
            ledger.awaitPosition(150);
            holdsEveryEventOnce(150);
        }
    }

    @Test
    void of_two_instances_one_does_the_work_until_the_other_takes_it_over() {
        var first = start(20);
        try (var second = SmallLedger.start(database, folder.resolve("second"), 20)) {
            try (first) {
                for (int i = 0; i < 10; i++) {
                    first.append(10);
                    second.append(10);
                }
                assertThat(second.bean(ProjectionPositions.class).await(SmallLedger.PROJECTION, 200,
                        Duration.ofSeconds(10))).isTrue();
                assertThat(second.projection().handed()).isEmpty();
            }
            second.append(50);
            second.awaitPosition(250);
            assertThat(second.projection().handed()).containsExactlyElementsOf(
                    LongStream.rangeClosed(201, 250).boxed().toList());
            holdsEveryEventOnce(250);
        }
    }

    @Test
    void a_projection_that_is_not_configured_or_the_reverse_fails_the_start() {
        String configured = "ledger.processing.projections.";
        assertThatThrownBy(() -> SmallLedger.start(database, folder, Map.of(configured + "other.batch-size", 1))
                .close()).rootCause().hasMessageContaining("[other]").hasMessageContaining("[rows]");
        assertThatThrownBy(() -> SmallLedger.start(database, folder, Map.of(configured + "rows.batch-size", 1,
                configured + "other.batch-size", 1)).close()).rootCause().hasMessageContaining("[other, rows]");
    }
}
