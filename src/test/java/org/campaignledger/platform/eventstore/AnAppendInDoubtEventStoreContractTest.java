package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.kernel.Claim;
import org.campaignledger.platform.eventstore.FaultyEventChannel.AtAppend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A connection to Axon Server that breaks at the append, and an instance that is gone then: what stands beside the
 * events follows what became of them, and is never guessed.
 */
@ExtendWith(TestAxonServer.IsNeeded.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnAppendInDoubtEventStoreContractTest {

    private static final Claim CODE = new Claim("organization.code", "2019/FJ0001");
    private static final AxonServerSettings HASTY = new AxonServerSettings(Duration.ofMillis(500),
            Duration.ofSeconds(10), Duration.ofMillis(1_500));

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(6, "test-reader");
    private final HikariDataSource writers = database.pool(6, LedgerDatabase.WRITER);
    private final AxonServerConnection connection = TestAxonServer.connect(TestAxonServer.address().orElseThrow());
    private final List<AxonServerLedgerStore> stores = new ArrayList<>();
    private FaultyEventChannel faulty = new FaultyEventChannel(connection::eventChannel);
    private AxonServerLedgerStore store = begin();

    /** An instance whose connection can be broken, and which looks for an outcome for so long. */
    private AxonServerLedgerStore opened(FaultyEventChannel channel, long resolveMillis) {
        var opened = new AxonServerLedgerStore(channel::channel, readers, channel.goingWith(writers), Instant::now,
                new SimpleMeterRegistry(), HASTY,
                new AppendQueue.Settings(100, 100, 15_000, resolveMillis));
        stores.add(opened);
        return opened;
    }

    private AxonServerLedgerStore another() {
        return opened(new FaultyEventChannel(connection::eventChannel), 4_000);
    }

    private AxonServerLedgerStore begin() {
        database.wipe();
        database.run("truncate axon_server_ledger, axon_server_run");
        faulty = new FaultyEventChannel(connection::eventChannel);
        return opened(faulty, 4_000);
    }

    @BeforeEach
    void newLedger() {
        closeStores();
        store = begin();
        AnAppend.of("before", 0, 2).to(store);
    }

    @AfterEach
    void closeStores() {
        stores.forEach(AxonServerLedgerStore::close);
        stores.clear();
    }

    @AfterAll
    void close() {
        readers.close();
        writers.close();
        connection.disconnect();
    }

    private long prepared() {
        return database.number("select count(*) from pg_prepared_xacts where database = current_database()");
    }

    private static AnAppend claiming(String aggregate) {
        return AnAppend.of(AnAppend.event(aggregate, 0, CODE)).answering("k").keeping("p-" + aggregate, new byte[]{1});
    }

    @Test
    void is_a_success_if_axon_server_has_written_it() {
        faulty.nextAppend(AtAppend.BREAKS_AFTER, false);
        AppendReceipt receipt = claiming("a").to(store);
        assertThat(receipt.firstPosition()).isEqualTo(3);
        assertThat(store.holderOf(CODE)).contains(new ClaimHolder("a", "FJ", 3));
        assertThat(store.answerFor(AnAppend.scope("k")).orElseThrow().position()).isEqualTo(3);
        assertThat(store.readAfter(2, 10)).extracting(RecordedEvent::recordedAt).containsExactly(receipt.recordedAt());
        assertThat(prepared()).isZero();
    }

    @Test
    void means_that_nothing_was_written_once_it_can_no_longer_come() {
        faulty.nextAppend(AtAppend.BREAKS_BEFORE, false);
        assertThatThrownBy(() -> claiming("a").to(store)).isInstanceOf(AppendFailure.Unavailable.class);
        assertThat(store.holderOf(CODE)).isEmpty();
        assertThat(prepared()).isZero();
        assertThat(claiming("a").to(store).firstPosition()).isEqualTo(3);
    }

    @Test
    void is_answered_as_the_first_time_by_whichever_instance_is_asked_again() {
        faulty.nextAppend(AtAppend.BREAKS_AFTER, true);
        AxonServerLedgerStore dies = opened(faulty, 300);
        assertThatThrownBy(() -> claiming("a").to(dies)).isInstanceOf(AppendFailure.OutcomeUnknown.class);
        assertThat(prepared()).isEqualTo(1);
        dies.close();
        AxonServerLedgerStore next = another();
        var again = catchThrowableOfType(AppendFailure.AlreadyAnswered.class, () -> claiming("b").to(next));
        assertThat(again.answer().position()).isEqualTo(3);
        assertThat(next.holderOf(CODE)).contains(new ClaimHolder("a", "FJ", 3));
        assertThat(database.texts("select subject from person_key")).containsExactly("p-a");
        assertThat(next.lastSequence("b")).isEqualTo(-1);
        assertThat(next.head()).isEqualTo(3);
    }

    @Test
    void that_was_not_written_is_written_once_when_it_is_sent_again() {
        faulty.nextAppend(AtAppend.BREAKS_BEFORE, true);
        AxonServerLedgerStore dies = opened(faulty, 300);
        assertThatThrownBy(() -> claiming("a").to(dies)).isInstanceOf(AppendFailure.OutcomeUnknown.class);
        dies.close();
        AxonServerLedgerStore next = another();
        assertThat(claiming("a").to(next).firstPosition()).isEqualTo(3);
        assertThat(database.texts("select subject from person_key")).containsExactly("p-a");
        assertThat(next.head()).isEqualTo(3);
    }

    @Test
    void is_settled_though_nobody_writes() {
        faulty.nextAppend(AtAppend.BREAKS_AFTER, true);
        AxonServerLedgerStore dies = opened(faulty, 300);
        assertThatThrownBy(() -> claiming("a").to(dies)).isInstanceOf(AppendFailure.OutcomeUnknown.class);
        dies.close();
        AxonServerLedgerStore next = another();
        await().atMost(Duration.ofSeconds(10)).until(() -> next.holderOf(CODE).isPresent());
    }

    @Test
    void shows_no_event_whose_claims_cannot_be_seen_yet() {
        faulty.nextAppend(AtAppend.BREAKS_AFTER, true);
        AxonServerLedgerStore dies = opened(faulty, 300);
        assertThatThrownBy(() -> claiming("a").to(dies)).isInstanceOf(AppendFailure.OutcomeUnknown.class);
        dies.close();
        AxonServerLedgerStore next = another();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> !next.readAggregate("a", 0).isEmpty());
        assertThat(next.holderOf(CODE)).isPresent();
    }

    @Test
    void is_refused_in_an_outage_and_taken_after_it() {
        faulty.goAway();
        assertThatThrownBy(() -> claiming("a").to(store)).isInstanceOf(AppendFailure.Unavailable.class);
        assertThatThrownBy(store::head).isInstanceOf(org.springframework.dao.DataAccessException.class);
        faulty.comeBack();
        assertThat(claiming("a").to(store).firstPosition()).isEqualTo(3);
        assertThat(store.head()).isEqualTo(3);
    }

    @Test
    void in_a_context_that_others_use_leaves_positions_without_gaps() {
        LedgerDatabase elsewhere = LedgerDatabase.fresh();
        try (HikariDataSource theirs = elsewhere.pool(3, "test-reader");
                HikariDataSource theirWriters = elsewhere.pool(3, LedgerDatabase.WRITER);
                var foreign = new AxonServerLedgerStore(connection::eventChannel, theirs,
                        theirWriters, Instant::now, new SimpleMeterRegistry(), HASTY)) {
            for (int i = 0; i < 5; i++) {
                AnAppend.of("ours" + i, 0, 2).to(store);
                AnAppend.of("ours" + i, 0, 1).to(foreign);
            }
            assertThat(store.head()).isEqualTo(12);
            assertThat(foreign.head()).isEqualTo(5);
            List<Long> seen = new ArrayList<>();
            another().stream(0, Long.MAX_VALUE, event -> seen.add(event.position()));
            assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
            assertThat(foreign.at(3).orElseThrow().aggregateId()).isEqualTo("ours2");
        }
    }

    @Test
    void after_a_restart_positions_go_on_where_they_were() {
        AnAppend.of("a", 0, 30).to(store);
        await().atMost(Duration.ofSeconds(5)).until(
                () -> database.number("select coalesce(max(length), 0) from axon_server_run") == 32);
        closeStores();
        AxonServerLedgerStore next = another();
        assertThat(next.head()).isEqualTo(32);
        assertThat(next.at(2).orElseThrow().aggregateId()).isEqualTo("before");
        assertThat(next.readAfter(30, 10)).extracting(RecordedEvent::sequence).containsExactly(28L, 29L);
        assertThat(AnAppend.of("a", 30, 1).to(next).firstPosition()).isEqualTo(33);
    }
}
