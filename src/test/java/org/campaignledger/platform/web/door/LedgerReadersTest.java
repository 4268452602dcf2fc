package org.campaignledger.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.kernel.Refused;
import org.junit.jupiter.api.Test;

/** Few read the whole ledger at once; who comes meanwhile waits, and not for ever. */
class LedgerReadersTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch reading = new CountDownLatch(4);
    private final AtomicInteger done = new AtomicInteger();

    private void readsForALongTime(LedgerReaders readers) throws Exception {
        readers.read(() -> {
            reading.countDown();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            done.incrementAndGet();
        });
    }

    private void fourRead(LedgerReaders readers, ExecutorService threads) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            Future<?> started = threads.submit(() -> {
                readsForALongTime(readers);
                return null;
            });
            assertThat(started).isNotNull();
        }
        reading.await();
    }

    @Test
    void theFifthWaitsUntilOneIsThrough() throws Exception {
        LedgerReaders readers = new LedgerReaders(Duration.ofSeconds(20));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fourRead(readers, threads);
            Future<?> fifth = threads.submit(() -> {
                readers.read(done::incrementAndGet);
                return null;
            });
            assertThat(fifth.isDone()).isFalse();
            over.countDown();
            fifth.get();
        }
        assertThat(done).hasValue(5);
    }

    @Test
    void whoHasWaitedInVainIsToldToComeAgain() throws Exception {
        LedgerReaders readers = new LedgerReaders(Duration.ofMillis(50));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fourRead(readers, threads);
            assertThatThrownBy(() -> readers.read(done::incrementAndGet)).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.code()).isEqualTo("busy"));
            over.countDown();
        }
        assertThat(done).hasValue(4);
    }
}
