package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.campaignledger.platform.eventstore.FaultyDataSource.AtCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that breaks at the commit: the writer looks up what came of it, and says so when it can't tell. */
class ACommitWhoseOutcomeIsUnknownTest {

    private static final AppendQueue.Settings SETTINGS = new AppendQueue.Settings(100, 100, 10_000, 600);
    private static LedgerDatabase database;

    private HikariDataSource readers;
    private HikariDataSource writers;
    private FaultyDataSource faulty;
    private PostgresLedgerStore store;

    @BeforeAll
    static void migrate() {
        database = LedgerDatabase.fresh();
    }

    @BeforeEach
    void open() {
        database.wipe();
        readers = database.pool(4, "test-reader");
        writers = database.pool(2, LedgerDatabase.WRITER);
        faulty = new FaultyDataSource(writers);
        store = new PostgresLedgerStore(readers, faulty.dataSource(), Instant::now, new SimpleMeterRegistry(),
                SETTINGS);
    }

    @AfterEach
    void close() {
        store.close();
        writers.close();
        readers.close();
    }

    @Test
    void is_a_success_if_the_server_had_committed() {
        AnAppend.of("a", 0, 2).to(store);
        faulty.nextCommit(AtCommit.BREAK_AFTER, 0);
        AppendReceipt receipt = AnAppend.of("b", 0, 2).answering("k").to(store);
        assertThat(receipt.firstPosition()).isEqualTo(3);
        assertThat(receipt.lastPosition()).isEqualTo(4);
        assertThat(store.readAfter(0, 10)).extracting(RecordedEvent::recordedAt).endsWith(receipt.recordedAt());
        assertThat(store.answerFor(AnAppend.scope("k")).orElseThrow().position()).isEqualTo(4);
        assertThat(AnAppend.of("c", 0, 1).to(store).firstPosition()).isEqualTo(5);
    }

    @Test
    void is_a_success_too_if_the_database_is_back_only_after_a_while() {
        faulty.nextCommit(AtCommit.BREAK_AFTER, 3);
        assertThat(AnAppend.of("a", 0, 1).to(store).firstPosition()).isEqualTo(1);
    }

    @Test
    void means_that_nothing_was_written_if_the_server_had_not_committed() {
        faulty.nextCommit(AtCommit.BREAK_BEFORE, 0);
        assertThatThrownBy(() -> AnAppend.of("a", 0, 2).to(store)).isInstanceOf(AppendFailure.Unavailable.class);
        assertThat(store.head()).isZero();
        assertThat(AnAppend.of("a", 0, 2).to(store).firstPosition()).isEqualTo(1);
    }

    @Test
    void is_told_as_unknown_if_it_cannot_be_looked_up_in_time() {
        for (AtCommit how : List.of(AtCommit.BREAK_BEFORE, AtCommit.BREAK_AFTER)) {
            Append append = AnAppend.of("a" + how, 0, 1).build();
            faulty.nextCommit(how, Integer.MAX_VALUE);
            assertThatThrownBy(() -> store.append(append)).isInstanceOf(AppendFailure.OutcomeUnknown.class)
                    .hasMessageContaining(append.events().getFirst().eventId().toString());
            assertThatThrownBy(() -> AnAppend.of("b", 0, 1).to(store)).isInstanceOf(AppendFailure.Unavailable.class);
            faulty.comeBack();
        }
        assertThat(AnAppend.of("b", 0, 1).to(store).firstPosition()).isEqualTo(2);
    }

    /** What the batch refused was judged against events that may not be there. */
    @Test
    void is_not_made_a_conflict_for_those_whom_the_same_batch_refused() throws Exception {
        for (AtCommit how : AtCommit.values()) {
            database.wipe();
            List<Attempt> attempts = gathered(how, 0);
            int written = Attempt.written(attempts).size();
            assertThat(written).isEqualTo(how == AtCommit.BREAK_BEFORE ? 0 : 1);
            assertThat(Attempt.failures(attempts)).hasSize(10 - written).allSatisfy(failure -> assertThat(failure)
                    .isInstanceOf(how == AtCommit.BREAK_BEFORE
                            ? AppendFailure.Unavailable.class
                            : AppendFailure.Conflict.class));
        }
        database.wipe();
        List<Attempt> attempts = gathered(AtCommit.BREAK_AFTER, Integer.MAX_VALUE);
        assertThat(Attempt.failures(attempts)).hasSize(10);
        assertThat(Attempt.failures(attempts).stream().filter(AppendFailure.OutcomeUnknown.class::isInstance))
                .hasSize(1);
        assertThat(Attempt.failures(attempts).stream().filter(AppendFailure.Unavailable.class::isInstance)).hasSize(9);
        faulty.comeBack();
    }

    /** Ten rivals for one sequence in one batch: they wait behind an append that is held up and then refused. */
    private List<Attempt> gathered(AtCommit how, int thenUnreachable) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lock = database.holdWritersLock();
            var heldUp = threads.submit(() -> Attempt.at(store, AnAppend.of("held", 5, 1).build()));
            Thread.sleep(60);
            var rivals = IntStream.range(0, 10)
                    .mapToObj(i -> threads.submit(() -> Attempt.at(store, AnAppend.of("a", 0, 1).build()))).toList();
            Thread.sleep(60);
            faulty.commitAfter(1, how, thenUnreachable);
            lock.close();
            assertThat(heldUp.get().failure()).isInstanceOf(AppendFailure.Conflict.class);
            List<Attempt> attempts = new ArrayList<>();
            for (var rival : rivals) {
                attempts.add(rival.get());
            }
            return attempts;
        }
    }
}
