package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Events that were written together are seen together; records that are corrected together are read together. */
interface EventStoreContractForWholeAppends {

    StoreUnderTest engine();

    @Test
    default void between_two_events_of_an_append_a_reader_goes_back_to_before_its_first() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 1).to(store);
            AnAppend.of("b", 0, 3).toldApart().to(store);
            AnAppend.of("c", 0, 12).toldApart().to(store);
            AnAppend.of("d", 0, 1).toldApart().to(store);
            List<Long> settled = new ArrayList<>();
            LongStream.rangeClosed(0, 17).forEach(position -> settled.add(store.settled(position)));
            assertThat(settled).containsExactly(0L, 1L, 1L, 1L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 16L,
                    17L);
        }
    }

    @Test
    default void beyond_the_head_there_is_nothing_to_go_back_to() {
        try (var ledger = engine().freshLedger()) {
            assertThat(ledger.store().settled(0)).isZero();
            AnAppend.of("a", 0, 2).toldApart().to(ledger.store());
            assertThat(ledger.store().settled(9)).isEqualTo(9);
        }
    }

    @Test
    default void many_aggregates_are_read_at_once_each_in_its_order() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 2).to(store);
            AnAppend.of("b", 0, 1).to(store);
            AnAppend.of("a", 2, 1).to(store);
            AnAppend.of("unasked", 0, 1).to(store);
            Map<String, List<RecordedEvent>> read = store.readAggregates(List.of("b", "none", "a", "b"));
            assertThat(read).containsOnlyKeys("a", "b");
            assertThat(read.get("a")).extracting(RecordedEvent::position).containsExactly(1L, 2L, 4L);
            assertThat(read.get("b")).usingRecursiveComparison().isEqualTo(store.readAggregate("b", 0));
            assertThat(store.readAggregates(List.of())).isEmpty();
        }
    }
}
