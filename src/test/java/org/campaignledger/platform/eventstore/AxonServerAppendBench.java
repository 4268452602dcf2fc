package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast the engine on Axon Server is: creates with a claim and an answer each, at so many in flight. */
@ExtendWith(TestAxonServer.IsNeeded.class)
class AxonServerAppendBench {

    private static final long WARM_MILLIS = 10_000;
    private static final long MEASURED_MILLIS = 15_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void creates(int inFlight) throws Exception {
        LedgerDatabase database = LedgerDatabase.fresh();
        var registry = new SimpleMeterRegistry();
        AxonServerConnection connection = TestAxonServer.connect(TestAxonServer.address().orElseThrow());
        try (HikariDataSource readers = database.pool(6, "test-reader");
                HikariDataSource writers = database.pool(3, LedgerDatabase.WRITER);
                var store = new AxonServerLedgerStore(connection::eventChannel, readers, writers, Instant::now,
                        registry, AxonServerSettings.DEFAULT)) {
            run(store, inFlight, WARM_MILLIS);
            Timer position = registry.get("ledger.append.position.time").timer();
            double waitedBefore = position.totalTime(TimeUnit.MILLISECONDS);
            long countBefore = position.count();
            List<Long> nanos = run(store, inFlight, MEASURED_MILLIS);
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf("Axon Server, %d in flight: %,d creates/s; p50 %.1f ms, p99 %.1f ms; batches of %.1f;"
                    + " from success to position %.2f ms on average, %.1f ms at most%n", inFlight,
                    sorted.length * 1_000L / MEASURED_MILLIS, at(sorted, 0.5), at(sorted, 0.99),
                    sorted.length / (double) (position.count() - countBefore),
                    (position.totalTime(TimeUnit.MILLISECONDS) - waitedBefore) / (position.count() - countBefore),
                    position.max(TimeUnit.MILLISECONDS));
            assertThat(store.head()).isGreaterThanOrEqualTo(sorted.length);
        } finally {
            connection.disconnect();
        }
    }

    private static List<Long> run(LedgerStore store, int inFlight, long millis) throws Exception {
        var names = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Callable<List<Long>>> clients = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            clients.add(() -> {
                List<Long> nanos = new ArrayList<>();
                while (System.nanoTime() < end) {
                    String id = UUID.randomUUID().toString();
                    Append append = AnAppend.of(AnAppend.event(id, 0, new Claim("n", id)))
                            .answering("k" + id + names.incrementAndGet()).build();
                    long began = System.nanoTime();
                    store.append(append);
                    nanos.add(System.nanoTime() - began);
                }
                return nanos;
            });
        }
        List<Long> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Long>> client : threads.invokeAll(clients)) {
                all.addAll(client.get());
            }
        }
        return all;
    }

    private static double at(long[] sorted, double share) {
        return Arrays.stream(sorted).skip((long) (sorted.length * share)).findFirst().orElseThrow() / 1e6;
    }
}
