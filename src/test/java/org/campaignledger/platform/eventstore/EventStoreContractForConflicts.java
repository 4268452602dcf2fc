package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A place in an aggregate is given once; who comes second is told so, and nobody else suffers for it. */
interface EventStoreContractForConflicts {

    StoreUnderTest engine();

    @Test
    default void a_sequence_that_is_taken_is_a_conflict() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 2).to(store);
            assertThatThrownBy(() -> AnAppend.of("a", 1, 1).to(store)).isInstanceOf(AppendFailure.Conflict.class)
                    .hasMessageContaining("a");
            assertThatThrownBy(() -> AnAppend.of("a", 0, 1).to(store)).isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.head()).isEqualTo(2);
        }
    }

    @Test
    default void a_sequence_that_leaves_a_gap_is_a_conflict() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            assertThatThrownBy(() -> AnAppend.of("a", 1, 1).to(store)).isInstanceOf(AppendFailure.Conflict.class);
            AnAppend.of("a", 0, 1).to(store);
            assertThatThrownBy(() -> AnAppend.of("a", 5, 1).to(store)).isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.head()).isEqualTo(1);
        }
    }

    @Test
    default void an_append_with_one_wrong_sequence_is_dropped_whole() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 1).to(store);
            AnAppend mixed = AnAppend.of(AnAppend.event("b", 0), AnAppend.event("b", 1), AnAppend.event("a", 0));
            assertThatThrownBy(() -> mixed.to(store)).isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.lastSequence("b")).isEqualTo(-1);
            assertThat(store.head()).isEqualTo(1);
            AnAppend.of(AnAppend.event("b", 0), AnAppend.event("a", 1), AnAppend.event("b", 1)).to(store);
            assertThat(store.lastSequence("b")).isEqualTo(1);
        }
    }

    @Test
    default void of_those_who_want_the_same_sequence_at_once_one_gets_it() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Append> rivals = IntStream.range(0, 24).mapToObj(i -> AnAppend.of("a", 0, 1 + i % 3).build()).toList();
            List<Attempt> attempts = Attempt.together(ledger, rivals);
            assertThat(Attempt.written(attempts)).hasSize(1);
            assertThat(Attempt.failures(attempts)).hasSize(23)
                    .allSatisfy(failure -> assertThat(failure).isInstanceOf(AppendFailure.Conflict.class));
            int events = Attempt.written(attempts).getFirst().append().events().size();
            assertThat(ledger.store().head()).isEqualTo(events);
        }
    }

    @Test
    default void a_conflict_costs_only_the_append_that_caused_it() throws Exception {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("taken", 0, 1).to(ledger.store());
            List<Append> heap = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                heap.add(AnAppend.of(i % 3 == 0 ? "taken" : "free" + i, 0, 2).build());
            }
            List<Attempt> attempts = Attempt.together(ledger, heap);
            for (int i = 0; i < heap.size(); i++) {
                if (i % 3 == 0) {
                    assertThat(attempts.get(i).failure()).isInstanceOf(AppendFailure.Conflict.class);
                } else {
                    AppendReceipt receipt = attempts.get(i).mustBeWritten();
                    assertThat(ledger.store().at(receipt.firstPosition()).orElseThrow().eventId())
                            .isEqualTo(heap.get(i).events().getFirst().eventId());
                }
            }
            assertThat(ledger.store().head()).isEqualTo(1 + 20 * 2);
        }
    }

    @Test
    default void many_who_race_along_one_aggregate_win_each_sequence_once() throws Exception {
        int threads = 8;
        int rounds = 40;
        try (var ledger = engine().freshLedger(); var pool = Executors.newFixedThreadPool(threads)) {
            var winners = new ConcurrentHashMap<Long, Integer>();
            var barrier = new CyclicBarrier(threads);
            List<Callable<Integer>> racers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                racers.add(() -> {
                    int won = 0;
                    for (long sequence = 0; sequence < rounds; sequence++) {
                        barrier.await();
                        Attempt attempt = Attempt.at(ledger.store(), AnAppend.of("a", sequence, 1).build());
                        if (attempt.receipt() != null) {
                            winners.merge(sequence, 1, Integer::sum);
                            won++;
                        } else {
                            assertThat(attempt.failure()).isInstanceOf(AppendFailure.Conflict.class);
                        }
                    }
                    return won;
                });
            }
            int won = 0;
            for (var racer : pool.invokeAll(racers)) {
                won += racer.get();
            }
            assertThat(won).isEqualTo(rounds);
            assertThat(winners).hasSize(rounds).allSatisfy((sequence, times) -> assertThat(times).isEqualTo(1));
            assertThat(ledger.store().readAggregate("a", 0)).extracting(RecordedEvent::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, rounds).boxed().toList());
        }
    }
}
