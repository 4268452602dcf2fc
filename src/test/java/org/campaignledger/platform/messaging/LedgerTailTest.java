package org.campaignledger.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MemoryStore;
import org.campaignledger.platform.eventstore.TestEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever follows the ledger sees every event once and in order, however near, far, slow or fast they are. */
class LedgerTailTest {

    private static final long NEVER = 3_600_000;

    private final EventCodec codec = TestEvents.codec();
    private final LedgerStore store = new MemoryStore();
    private final List<LedgerTail> tails = new ArrayList<>();

    private LedgerTail tail(LedgerStore of, long fetchMillis) {
        var tail = new LedgerTail(of, new LedgerMessages(codec), fetchMillis);
        tails.add(tail);
        tail.start();
        return tail;
    }

    @AfterEach
    void stop() {
        tails.forEach(LedgerTail::stop);
    }

    private void append(int count) {
        TestEvents.append(store, codec, count);
    }

    private static BlockingStream<TrackedEventMessage<?>> from(LedgerTail tail, long position) {
        return tail.openStream(new GlobalSequenceTrackingToken(position));
    }

    /** What comes until so many were read, or until nothing came for two seconds. */
    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count) throws Exception {
        List<Long> positions = new ArrayList<>();
        while (positions.size() < count && stream.hasNextAvailable(2, TimeUnit.SECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void who_begins_at_the_beginning_reads_what_was_there_before_the_tail() throws Exception {
        append(2_500);
        LedgerTail tail = tail(store, NEVER);
        var stream = tail.openStream(null);
        assertThat(read(stream, 2_500)).isEqualTo(positions(1, 2_500));
        assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(stream.peek()).isEmpty();
    }

    @Test
    void an_append_of_this_instance_is_seen_at_once_and_told() throws Exception {
        append(10);
        LedgerTail tail = tail(store, NEVER);
        var stream = from(tail, 10);
        var told = new AtomicInteger();
        assertThat(stream.setOnAvailableCallback(told::incrementAndGet)).isTrue();
        assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();
        told.set(0);

        append(3);
        tail.appended();

        assertThat(read(stream, 3)).isEqualTo(positions(11, 13));
        await().untilAsserted(() -> assertThat(told).hasPositiveValue());
    }

    @Test
    void what_follows_at_once_is_handed_on_together_unless_somebody_waits_for_it() throws Exception {
        append(1);
        var tail = new LedgerTail(store, new LedgerMessages(codec), NEVER, TimeUnit.HOURS.toNanos(1));
        tails.add(tail);
        tail.start();
        var stream = from(tail, 0);
        // It has begun: what comes now follows its beginning.
        assertThat(read(stream, 1)).containsExactly(1L);
        append(1);
        tail.appended();
        assertThat(read(stream, 1)).containsExactly(2L);

        append(2);
        tail.appended();
        assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();

        tail.hurry();
        assertThat(read(stream, 2)).isEqualTo(positions(3, 4));
    }

    @Test
    void an_append_of_another_instance_is_found_at_the_fetch_interval() throws Exception {
        LedgerTail here = tail(store, NEVER);
        LedgerTail there = tail(store, 20);
        var near = from(here, 0);
        var far = from(there, 0);
        assertThat(near.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        append(5);
        here.appended();
        assertThat(read(near, 5)).isEqualTo(positions(1, 5));
        assertThat(read(far, 5)).isEqualTo(positions(1, 5));
    }

    @Test
    void who_is_concerned_by_few_is_handed_those_and_the_last() throws Exception {
        append(1_200);
        LedgerTail tail = tail(store, NEVER);
        var none = tail.of(event -> false).openStream(null);
        assertThat(read(none, 2)).as("the last of each page that was read").containsExactly(1_000L, 1_200L);
        assertThat(none.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        AtomicInteger seen = new AtomicInteger();
        var tenth = tail.of(event -> seen.incrementAndGet() % 100 == 10)
                .openStream(new GlobalSequenceTrackingToken(1_000));
        assertThat(read(tenth, 3)).containsExactly(1_010L, 1_110L, 1_200L);
        append(3);
        tail.appended();
        assertThat(read(none, 1)).containsExactly(1_203L);
    }

    @Test
    void looking_does_not_take() throws Exception {
        LedgerTail tail = tail(store, 20);
        var stream = from(tail, 0);
        append(2);
        assertThat(stream.hasNextAvailable(2, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.peek().orElseThrow()).isSameAs(stream.peek().orElseThrow());
        assertThat(read(stream, 2)).isEqualTo(positions(1, 2));
    }

    @Test
    void near_far_and_slow_followers_all_see_everything_while_the_ring_wraps() throws Exception {
        int before = 2_000;
        int total = 20_000;
        append(before);
        LedgerTail tail = tail(store, 5);
        var slow = from(tail, before);
        List<Long> seenSlowly = new ArrayList<>(read(slow, 0));
        List<List<Long>> seen = new ArrayList<>();
        List<Thread> readers = new ArrayList<>();
        for (long start : new long[]{before, before, 0, 1_234}) {
            List<Long> positions = new ArrayList<>();
            seen.add(positions);
            var stream = from(tail, start);
            readers.add(Thread.startVirtualThread(() -> readTo(stream, positions, total)));
        }
        for (int i = before; i < total; i += 500) {
            append(500);
            tail.appended();
            seenSlowly.addAll(read(slow, 100));
        }
        for (Thread reader : readers) {
            assertThat(reader.join(Duration.ofSeconds(20))).isTrue();
        }
        seenSlowly.addAll(read(slow, total));
        assertThat(seenSlowly).isEqualTo(positions(before + 1, total));
        assertThat(seen.get(0)).isEqualTo(positions(before + 1, total));
        assertThat(seen.get(1)).isEqualTo(positions(before + 1, total));
        assertThat(seen.get(2)).isEqualTo(positions(1, total));
        assertThat(seen.get(3)).isEqualTo(positions(1_235, total));
    }

    private static void readTo(BlockingStream<TrackedEventMessage<?>> stream, List<Long> positions, long last) {
        try {
            while (positions.isEmpty() || positions.getLast() < last) {
                positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_store_that_is_away_is_waited_for() throws Exception {
        var refused = new AtomicInteger();
        var away = new AtomicBoolean();
        LedgerStore flaky = (LedgerStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{LedgerStore.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        refused.incrementAndGet();
                        throw new IllegalStateException("the store is away");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        LedgerTail tail = tail(flaky, 10);
        var stream = from(tail, 0);
        append(3);
        assertThat(read(stream, 3)).isEqualTo(positions(1, 3));
        away.set(true);
        // What was asked before it went away may still be answered, with what is appended now.
        await().until(() -> refused.get() > 1);
        append(3);
        assertThat(stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)).isFalse();
        away.set(false);
        assertThat(read(stream, 3)).isEqualTo(positions(4, 6));
    }

    @Test
    void a_tail_that_was_stopped_and_started_again_leaves_nothing_out() throws Exception {
        LedgerTail tail = tail(store, 10);
        append(100);
        assertThat(read(from(tail, 0), 100)).isEqualTo(positions(1, 100));
        tail.stop();
        Thread.sleep(50);
        append(100);
        tail.start();
        append(100);
        assertThat(read(from(tail, 50), 250)).isEqualTo(positions(51, 300));
    }

    @Test
    void who_has_closed_is_told_no_more() throws Exception {
        LedgerTail tail = tail(store, 10);
        var told = new AtomicInteger();
        var stream = from(tail, 0);
        stream.setOnAvailableCallback(told::incrementAndGet);
        append(1);
        await().untilAsserted(() -> assertThat(told).hasPositiveValue());
        stream.close();
        int before = told.get();
        append(1);
        var other = from(tail, 1);
        assertThat(read(other, 1)).isEqualTo(positions(2, 2));
        Thread.sleep(30);
        assertThat(told).hasValue(before);
    }
}
