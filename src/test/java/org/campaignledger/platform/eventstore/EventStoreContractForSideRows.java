package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys of persons and further rows stand or fall with their append; a bad append falls alone. */
interface EventStoreContractForSideRows {

    StoreUnderTest engine();

    @Test
    default void keys_of_persons_are_written_with_the_append() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 1).keeping("p1", new byte[]{1, 0, -1}).keeping("p2", new byte[]{2}).to(ledger.store());
            assertThat(ledger.keyOf("p1").orElseThrow()).containsExactly(1, 0, -1);
            assertThat(ledger.keyOf("p2").orElseThrow()).containsExactly(2);
            assertThatThrownBy(() -> AnAppend.of("a", 0, 1).keeping("p3", new byte[]{3}).to(ledger.store()))
                    .isInstanceOf(AppendFailure.Conflict.class);
            assertThat(ledger.keyOf("p3")).isEmpty();
        }
    }

    @Test
    default void side_writes_are_written_with_the_append_and_told_its_last_position() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 3).with(ledger.note("n1")).with(ledger.note("n2")).to(ledger.store());
            assertThat(ledger.notes()).isEqualTo(Map.of("n1", 3L, "n2", 3L));
        }
    }

    @Test
    default void a_refused_append_has_no_side_writes() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 1).to(ledger.store());
            assertThatThrownBy(() -> AnAppend.of("a", 0, 1).with(ledger.note("n")).to(ledger.store()))
                    .isInstanceOf(AppendFailure.Conflict.class);
            assertThat(ledger.notes()).isEmpty();
        }
    }

    @Test
    default void a_side_write_that_fails_rejects_its_append_whole() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            assertThatThrownBy(() -> AnAppend.of("a", 0, 1).with(ledger.note("n1")).with(ledger.failingNote("n2"))
                    .answering("k").keeping("p", new byte[]{1}).to(store)).isInstanceOf(AppendFailure.Rejected.class);
            assertThat(store.head()).isZero();
            assertThat(ledger.notes()).isEmpty();
            assertThat(ledger.keyOf("p")).isEmpty();
            assertThat(store.answerFor(AnAppend.scope("k"))).isEmpty();
            assertThat(AnAppend.of("a", 0, 1).answering("k").to(store).firstPosition()).isEqualTo(1);
        }
    }

    @Test
    default void a_side_write_that_fails_costs_its_neighbours_nothing() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Append> heap = IntStream.range(0, 21).mapToObj(i -> switch (i % 3) {
                case 0 -> AnAppend.of("a" + i, 0, 1).build();
                case 1 -> AnAppend.of("a" + i, 0, 1).with(ledger.note("n" + i)).build();
                default -> AnAppend.of("a" + i, 0, 1).with(ledger.failingNote("n" + i)).build();
            }).toList();
            List<Attempt> attempts = Attempt.together(ledger, heap);
            for (int i = 0; i < heap.size(); i++) {
                if (i % 3 == 2) {
                    assertThat(attempts.get(i).failure()).isInstanceOf(AppendFailure.Rejected.class);
                    assertThat(ledger.notes()).doesNotContainKey("n" + i);
                } else {
                    long position = attempts.get(i).mustBeWritten().lastPosition();
                    assertThat(ledger.notes().get("n" + i)).isEqualTo(i % 3 == 1 ? position : null);
                }
            }
            assertThat(ledger.store().head()).isEqualTo(14);
        }
    }

    @Test
    default void an_event_of_1_MiB_is_taken_and_one_byte_more_is_rejected() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            byte[] metadata = new byte[100];
            NewEvent largest = AnAppend.event("a", new byte[LedgerStore.MAX_EVENT_BYTES - 100], metadata);
            NewEvent tooLarge = AnAppend.event("b", new byte[LedgerStore.MAX_EVENT_BYTES - 99], metadata);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("c", 0), tooLarge).to(store))
                    .isInstanceOf(AppendFailure.Rejected.class);
            assertThat(store.head()).isZero();
            AnAppend.of(largest).to(store);
            assertThat(store.at(1).orElseThrow().payload()).isEqualTo(largest.payload());
        }
    }

    @Test
    default void an_append_that_cannot_be_stored_is_rejected_alone() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Append> heap = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                heap.add(AnAppend.of(i % 10 == 3 ? "nul\0" + i : "a" + i, 0, 1).answering("k" + i).build());
            }
            List<Attempt> attempts = Attempt.together(ledger, heap);
            for (int i = 0; i < heap.size(); i++) {
                if (i % 10 == 3) {
                    assertThat(attempts.get(i).failure()).isInstanceOf(AppendFailure.Rejected.class);
                } else {
                    attempts.get(i).mustBeWritten();
                }
                assertThat(ledger.store().answerFor(AnAppend.scope("k" + i)).isPresent()).isEqualTo(i % 10 != 3);
            }
            assertThat(ledger.store().head()).isEqualTo(18);
        }
    }
}
