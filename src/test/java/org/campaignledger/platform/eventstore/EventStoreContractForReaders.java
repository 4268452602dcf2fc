package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What was written is read again, byte for byte, by position, by aggregate and by instant. */
interface EventStoreContractForReaders {

    StoreUnderTest engine();

    @Test
    default void payload_and_metadata_come_back_byte_for_byte() {
        long seed = System.nanoTime();
        System.out.println("payload_and_metadata_come_back_byte_for_byte: seed " + seed);
        var random = new Random(seed);
        try (var ledger = engine().freshLedger()) {
            List<NewEvent> given = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                byte[] payload = new byte[random.nextInt(2_000)];
                byte[] metadata = new byte[random.nextInt(300)];
                random.nextBytes(payload);
                random.nextBytes(metadata);
                given.add(AnAppend.event("a" + i, payload, metadata));
            }
            ledger.store().append(Append.of(given));
            List<RecordedEvent> read = ledger.store().readAfter(0, 100);
            for (int i = 0; i < given.size(); i++) {
                assertThat(read.get(i).payload()).isEqualTo(given.get(i).payload());
                assertThat(read.get(i).metadata()).isEqualTo(given.get(i).metadata());
            }
        }
    }

    @Test
    default void everything_else_of_an_event_comes_back_too() {
        try (var ledger = engine().freshLedger()) {
            NewEvent given = new NewEvent(java.util.UUID.randomUUID(), "合集", "a-1/工会 '\\", 0, "ThingHappened", 7,
                    new byte[]{1}, new byte[]{2}, List.of(), "r", "FJ");
            AppendReceipt receipt = ledger.store().append(Append.of(List.of(given)));
            RecordedEvent read = ledger.store().at(1).orElseThrow();
            assertThat(read.eventId()).isEqualTo(given.eventId());
            assertThat(read.aggregateType()).isEqualTo("合集");
            assertThat(read.aggregateId()).isEqualTo("a-1/工会 '\\");
            assertThat(read.sequence()).isZero();
            assertThat(read.type()).isEqualTo("ThingHappened");
            assertThat(read.revision()).isEqualTo(7);
            assertThat(read.recordedAt()).isEqualTo(receipt.recordedAt());
        }
    }

    @Test
    default void every_event_has_a_salt_of_16_bytes_of_its_own() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 150).to(ledger.store());
            AnAppend.of("b", 0, 150).to(ledger.store());
            List<RecordedEvent> read = ledger.store().readAfter(0, 300);
            assertThat(read).hasSize(300).allSatisfy(event -> assertThat(event.salt()).hasSize(16));
            assertThat(read).extracting(event -> ByteBuffer.wrap(event.salt())).doesNotHaveDuplicates();
        }
    }

    @Test
    default void single_positions_are_read_where_there_is_one() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 5).to(store);
            assertThat(store.at(5).orElseThrow().sequence()).isEqualTo(4);
            for (long none : new long[]{6, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertThat(store.at(none)).isEmpty();
            }
            assertThat(store.at(List.of(4L, 99L, 2L, 0L, 4L))).extracting(RecordedEvent::position)
                    .containsExactly(2L, 4L);
            assertThat(store.at(List.of())).isEmpty();
        }
    }

    @Test
    default void pages_follow_each_other_without_gap_or_repetition() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 25).to(store);
            List<Long> positions = new ArrayList<>();
            List<RecordedEvent> page = store.readAfter(0, 10);
            while (!page.isEmpty()) {
                page.forEach(event -> positions.add(event.position()));
                page = store.readAfter(page.getLast().position(), 10);
            }
            assertThat(positions).containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
            assertThat(store.readAfter(20, Integer.MAX_VALUE)).hasSize(5);
            assertThat(store.readAfter(25, 10)).isEmpty();
            assertThat(store.readAfter(0, 0)).isEmpty();
        }
    }

    @Test
    default void a_stream_gives_what_lies_between_two_positions_in_order() {
        try (var ledger = engine().freshLedger()) {
            for (int i = 0; i < 9; i++) {
                AnAppend.of("a" + i, 0, 500).to(ledger.store());
            }
            List<Long> seen = new ArrayList<>();
            ledger.store().stream(3, 4_400, event -> seen.add(event.position()));
            assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(4, 4_400).boxed().toList());
            seen.clear();
            ledger.store().stream(4_499, Long.MAX_VALUE, event -> seen.add(event.position()));
            assertThat(seen).containsExactly(4_500L);
        }
    }

    @Test
    default void a_reader_that_breaks_off_a_stream_costs_nobody_anything() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 10).to(ledger.store());
            for (int i = 0; i < 40; i++) {
                assertThatThrownBy(() -> ledger.store().stream(0, 10, event -> {
                    throw new IllegalStateException("enough");
                })).hasMessage("enough");
            }
            assertThat(ledger.store().readAfter(0, 20)).hasSize(10);
            assertThat(AnAppend.of("b", 0, 1).to(ledger.store()).lastPosition()).isEqualTo(11);
        }
    }

    @Test
    default void an_aggregate_is_read_from_any_sequence_on() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 2).to(store);
            AnAppend.of("b", 0, 1).to(store);
            AnAppend.of("a", 2, 2).to(store);
            assertThat(store.readAggregate("a", 0)).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L);
            assertThat(store.readAggregate("a", 0)).extracting(RecordedEvent::position).containsExactly(1L, 2L, 4L, 5L);
            assertThat(store.readAggregate("a", 3)).extracting(RecordedEvent::sequence).containsExactly(3L);
            assertThat(store.readAggregate("a", 4)).isEmpty();
            assertThat(store.lastSequence("a")).isEqualTo(3);
            assertThat(store.lastSequence("b")).isZero();
        }
    }

    @Test
    default void the_position_at_an_instant_is_the_greatest_recorded_by_then() {
        Instant noon = Instant.parse("2019-07-01T12:00:00Z");
        var clock = new SettableClock(noon);
        try (var ledger = engine().freshLedger(clock)) {
            LedgerStore store = ledger.store();
            for (long millis : new long[]{0, 0, 5, 5, 5, 9}) {
                clock.set(noon.plusMillis(millis));
                AnAppend.of("a", store.lastSequence("a") + 1, 1).to(store);
            }
            List<Long> found = Arrays.stream(new long[]{-1, 0, 4, 5, 6, 9, 1_000_000})
                    .mapToObj(millis -> store.positionAt(noon.plusMillis(millis))).toList();
            assertThat(found).containsExactly(0L, 2L, 2L, 5L, 5L, 6L, 6L);
            assertThat(store.positionAt(noon.plusNanos(4_999_999))).isEqualTo(2);
        }
    }
}
