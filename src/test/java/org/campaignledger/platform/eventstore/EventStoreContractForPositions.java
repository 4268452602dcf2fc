package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Positions have no gaps, and recordedAt goes with them. */
interface EventStoreContractForPositions {

    StoreUnderTest engine();

    @Test
    default void an_empty_ledger_has_nothing_to_tell() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            assertThat(store.head()).isZero();
            assertThat(store.at(1)).isEmpty();
            assertThat(store.readAfter(0, 10)).isEmpty();
            assertThat(store.readAggregate("a", 0)).isEmpty();
            assertThat(store.lastSequence("a")).isEqualTo(-1);
            assertThat(store.positionAt(Instant.now())).isZero();
            assertThat(store.answerFor(AnAppend.scope("k"))).isEmpty();
            store.stream(0, 100, event -> {
                throw new AssertionError("streamed " + event);
            });
        }
    }

    @Test
    default void positions_run_from_1_without_gaps_in_the_order_of_commit() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            List<NewEvent> expected = new ArrayList<>();
            long position = 0;
            for (int size = 1; size <= 12; size++) {
                Append append = AnAppend.of("a" + size, 0, size).build();
                AppendReceipt receipt = store.append(append);
                assertThat(receipt.firstPosition()).isEqualTo(position + 1);
                assertThat(receipt.lastPosition()).isEqualTo(position + size);
                position = receipt.lastPosition();
                expected.addAll(append.events());
            }
            assertThat(store.head()).isEqualTo(position);
            List<RecordedEvent> all = store.readAfter(0, 1_000);
            assertThat(all).extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, position).boxed().toList());
            assertThat(all).extracting(RecordedEvent::eventId)
                    .containsExactlyElementsOf(expected.stream().map(NewEvent::eventId).toList());
        }
    }

    @Test
    default void what_is_refused_leaves_no_gap() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 2).to(store);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> AnAppend.of("a", 1, 3).to(store)).isInstanceOf(AppendFailure.Conflict.class);
            }
            assertThat(AnAppend.of("b", 0, 1).to(store).firstPosition()).isEqualTo(3);
            assertThat(store.head()).isEqualTo(3);
        }
    }

    @Test
    default void an_append_without_events_is_a_mistake_of_the_caller() {
        try (var ledger = engine().freshLedger()) {
            assertThatThrownBy(() -> ledger.store().append(Append.of(List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ledger.store().head()).isZero();
        }
    }

    @Test
    default void recordedAt_is_in_whole_milliseconds_and_one_for_the_append() {
        Instant fine = Instant.parse("2019-07-01T08:00:00.123987654Z");
        try (var ledger = engine().freshLedger(() -> fine)) {
            AppendReceipt receipt = AnAppend.of("a", 0, 3).to(ledger.store());
            assertThat(receipt.recordedAt()).isEqualTo(fine.truncatedTo(ChronoUnit.MILLIS));
            assertThat(ledger.store().readAfter(0, 3)).extracting(RecordedEvent::recordedAt)
                    .containsOnly(receipt.recordedAt());
        }
    }

    @Test
    default void recordedAt_never_decreases_though_the_clock_goes_backwards() {
        var clock = new SettableClock(Instant.parse("2019-07-01T08:00:00Z"));
        try (var ledger = engine().freshLedger(clock)) {
            Instant first = AnAppend.of("a", 0, 1).to(ledger.store()).recordedAt();
            clock.set(first.minusSeconds(3_600));
            assertThat(AnAppend.of("b", 0, 1).to(ledger.store()).recordedAt()).isEqualTo(first);
            assertThat(AnAppend.of("c", 0, 1).to(ledger.anotherStore()).recordedAt()).isEqualTo(first);
            clock.set(first.plusMillis(1));
            assertThat(AnAppend.of("d", 0, 1).to(ledger.store()).recordedAt()).isEqualTo(first.plusMillis(1));
            assertThat(ledger.store().readAfter(0, 10)).extracting(RecordedEvent::recordedAt).isSorted();
        }
    }
}
