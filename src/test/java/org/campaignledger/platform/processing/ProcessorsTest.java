package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every event becomes a row once, whatever the processors and their database go through while they run. */
class ProcessorsTest {

    @TempDir
    static Path folder;

    private static LedgerDatabase database;
    private static SmallLedger ledger;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.fresh();
        RowProjection.createTable(database, SmallLedger.PROJECTION);
        ledger = SmallLedger.start(database, folder, 20);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @AfterEach
    void everyEventIsHeldOnce() {
        ledger.projection().before((entries, tables) -> {});
        long head = database.number("select coalesce(max(position), 0) from ledger_event");
        ledger.awaitPosition(head);
        assertThat(database.texts("select position from test_rows order by id").stream().map(Long::valueOf))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(database.number("select count(*) from dead_letter")).isZero();
    }

    private static long rows() {
        return database.number("select count(*) from test_rows");
    }

    @Test
    void transactions_are_Springs_and_connections_wait_for_the_disk() {
        assertThat(ledger.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        JdbcClient jdbc = ledger.bean(JdbcClient.class);
        for (String setting : new String[]{"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
        }
    }

    /** Refused at the commit: without a transaction around both, the rows would stay, and come a second time. */
    @Test
    void rows_and_token_are_one_transaction() {
        long before = rows();
        int handedBefore = ledger.projection().handed().size();
        database.run("""
            create function refuse() returns trigger language plpgsql as $$
            begin
                if new.token is distinct from old.token and not exists (select from allowed) then
                    raise exception 'the token is refused';
                end if;
                return null;
            end $$""", "create table allowed (n int)", "create constraint trigger refuse after update on token_entry"
                + " deferrable initially deferred for each row execute function refuse()");
        ledger.append(100);
        await().atMost(Duration.ofSeconds(10)).until(() -> ledger.projection().handed().size() > handedBefore + 1);
        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(5)).until(() -> rows() == before);
        database.run("insert into allowed values (1)");
        ledger.awaitPosition(before + 100);
    }

    @Test
    void a_database_that_fails_within_a_batch_is_no_fault_of_the_events() {
        var tries = new AtomicInteger();
        ledger.projection().before((entries, tables) -> {
            if (tries.incrementAndGet() == 1) {
                throw new DataAccessResourceFailureException("gone");
            }
        });
        ledger.awaitPosition(ledger.append(100).lastPosition());
        assertThat(tries).hasValueGreaterThan(1);
    }

    /** Left to itself a coordinator doubles its pause with every failure: after these eight seconds it would wait for eight. */
    @Test
    void after_an_outage_it_goes_on_within_seconds() {
        ledger.awaitPosition(ledger.append(10).lastPosition());
        database.run("alter table token_entry rename to token_entry_away");
        SmallLedger.pause(8_500);
        database.run("alter table token_entry_away rename to token_entry");
        long back = System.nanoTime();
        ledger.awaitPosition(ledger.append(10).lastPosition());
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void when_the_database_is_lost_for_a_while_it_resumes_and_sets_nothing_aside() {
        long before = rows();
        ledger.projection().before((entries, tables) -> SmallLedger.pause(5));
        ledger.append(1_500);
        await().until(() -> rows() > before + 100);
        database.goAway();
        SmallLedger.pause(600);
        database.comeBack();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> ledger.append(10) != null);
        assertThat(rows()).isLessThan(before + 1_500);
    }
}
