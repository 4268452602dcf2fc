package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** Many threads at two instances: what was acknowledged is there once and where it was said, and nothing else. */
interface EventStoreContractForContention {

    int THREADS_PER_STORE = 16;
    int APPENDS_PER_THREAD = 70;

    StoreUnderTest engine();

    @Test
    default void two_instances_under_load_keep_one_ledger() throws Exception {
        long seed = System.nanoTime();
        System.out.println("two_instances_under_load_keep_one_ledger: seed " + seed);
        try (var ledger = engine().freshLedger(); var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<LedgerStore> stores = List.of(ledger.store(), ledger.anotherStore());
            var done = new AtomicBoolean();
            Future<List<UUID>> reader = pool.submit(() -> follow(ledger.store(), done));
            List<Callable<List<Attempt>>> clients = new ArrayList<>();
            for (int t = 0; t < 2 * THREADS_PER_STORE; t++) {
                LedgerStore store = stores.get(t % 2);
                var random = new Random(seed + t);
                clients.add(() -> work(store, random));
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<List<Attempt>> client : pool.invokeAll(clients)) {
                attempts.addAll(client.get());
            }
            done.set(true);
            List<RecordedEvent> all = new ArrayList<>();
            ledger.store().stream(0, Long.MAX_VALUE, all::add);
            assertThat(attempts).hasSize(2 * THREADS_PER_STORE * APPENDS_PER_THREAD);
            assertThat(Attempt.written(attempts).size()).isBetween(500, attempts.size() - 300);
            isGapless(all);
            holdsWhatWasAcknowledged(all, attempts);
            holdsClaimsOnce(ledger.store(), attempts);
            assertThat(reader.get()).containsExactlyElementsOf(all.stream().map(RecordedEvent::eventId).toList());
        }
    }

    private static List<Attempt> work(LedgerStore store, Random random) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < APPENDS_PER_THREAD; i++) {
            attempts.add(Attempt.at(store, some(store, random)));
        }
        return attempts;
    }

    private static Append some(LedgerStore store, Random random) {
        String fresh = new UUID(random.nextLong(), random.nextLong()).toString();
        String shared = "shared" + random.nextInt(5);
        return switch (random.nextInt(6)) {
            case 0 -> AnAppend.of(shared, store.lastSequence(shared) + 1, 1 + random.nextInt(3)).build();
            case 1 -> AnAppend.of(AnAppend.event(fresh, 0, claim(random)), AnAppend.event(fresh, 1)).build();
            case 2 -> AnAppend.of(AnAppend.event(fresh, 0), AnAppend.event(fresh, 1, claim(random)))
                    .answering("k" + random.nextInt(400)).build();
            case 3 -> AnAppend.of(fresh, 0, 1).relyingOn(shared, store.lastSequence(shared)).build();
            default -> AnAppend.of(fresh, 0, 1 + random.nextInt(2)).build();
        };
    }

    private static Claim claim(Random random) {
        return new Claim("n", Integer.toString(random.nextInt(400)));
    }

    /** Sees everything up to N when it sees N: it never meets a gap, nor anything twice. */
    private static List<UUID> follow(LedgerStore store, AtomicBoolean done) throws InterruptedException {
        List<UUID> seen = new ArrayList<>();
        while (true) {
            boolean last = done.get();
            List<RecordedEvent> page = store.readAfter(seen.size(), 500);
            for (RecordedEvent event : page) {
                assertThat(event.position()).isEqualTo(seen.size() + 1);
                seen.add(event.eventId());
            }
            if (page.isEmpty()) {
                if (last) {
                    return seen;
                }
                Thread.sleep(2);
            }
        }
    }

    private static void isGapless(List<RecordedEvent> all) {
        Map<String, Long> sequences = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            RecordedEvent event = all.get(i);
            assertThat(event.position()).isEqualTo(i + 1);
            assertThat(event.sequence()).isEqualTo(sequences.getOrDefault(event.aggregateId(), -1L) + 1);
            sequences.put(event.aggregateId(), event.sequence());
        }
        assertThat(all).extracting(RecordedEvent::recordedAt).isSorted();
    }

    private static void holdsWhatWasAcknowledged(List<RecordedEvent> all, List<Attempt> attempts) {
        Set<UUID> acknowledged = new HashSet<>();
        for (Attempt attempt : Attempt.written(attempts)) {
            long position = attempt.mustBeWritten().firstPosition();
            for (NewEvent event : attempt.append().events()) {
                assertThat(all.get((int) position++ - 1).eventId()).isEqualTo(event.eventId());
                assertThat(acknowledged.add(event.eventId())).isTrue();
            }
            assertThat(attempt.mustBeWritten().lastPosition()).isEqualTo(position - 1);
        }
        assertThat(all).hasSameSizeAs(acknowledged);
        assertThat(Attempt.failures(attempts)).allSatisfy(failure -> assertThat(failure).isInstanceOfAny(
                AppendFailure.Conflict.class, AppendFailure.ConditionFailed.class, AppendFailure.ClaimTaken.class,
                AppendFailure.AlreadyAnswered.class));
    }

    private static void holdsClaimsOnce(LedgerStore store, List<Attempt> attempts) {
        Map<Claim, String> holders = new HashMap<>();
        for (Attempt attempt : Attempt.written(attempts)) {
            for (NewEvent event : attempt.append().events()) {
                event.claims().forEach(claim -> assertThat(holders.put(claim, event.recordId())).isNull());
            }
        }
        holders.forEach((claim, record) -> assertThat(store.holderOf(claim).orElseThrow().recordId())
                .isEqualTo(record));
    }
}
