package org.campaignledger.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Runs the same work on so many virtual threads, as the service does, for so long; tells rate and latency. */
final class Load {

    private Load() {}

    /** Work of one thread; called again and again with a number that never comes twice. */
    @FunctionalInterface
    interface Work {

        void run(long number) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param perSecond rate reached
     * @param p50Millis median latency
     * @param p99Millis latency that one in a hundred exceeds
     */
    record Result(double perSecond, double p50Millis, double p99Millis) {}

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** As fast as can be. */
    static Result run(int threads, double seconds, IntFunction<Work> work) throws InterruptedException {
        return run(threads, seconds, 0, work);
    }

    /** At a rate in all, if it is above 0: then latency counts from when a request was due. */
    static Result run(int threads, double seconds, double rate, IntFunction<Work> work) throws InterruptedException {
        long[][] latencies = new long[threads][];
        CountDownLatch done = new CountDownLatch(threads);
        long until = System.nanoTime() + (long) (seconds * 1e9);
        long began = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            Thread.ofVirtual().start(() -> {
                try {
                    latencies[thread] = loop(work.apply(thread), until, rate == 0 ? 0 : (long) (threads * 1e9 / rate));
                } catch (Exception failure) {
                    failure.printStackTrace();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / took, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
    }

    private static long[] loop(Work work, long until, long intervalNanos) throws Exception {
        long[] latencies = new long[1 << 12];
        int count = 0;
        long due = System.nanoTime() + (intervalNanos == 0 ? 0 : (long) (Math.random() * intervalNanos));
        while (System.nanoTime() < until) {
            long from = System.nanoTime();
            if (intervalNanos > 0) {
                LockSupport.parkNanos(due - from);
                from = due;
                due += intervalNanos;
            }
            work.run(NUMBERS.incrementAndGet());
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            latencies[count++] = System.nanoTime() - from;
        }
        return Arrays.copyOf(latencies, count);
    }
}
