package org.campaignledger.platform.web.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What is looked up with every request and hardly ever changes, read again twice a second at most. What this instance
 * changes holds at once; what another instance changes holds here after {@link #RECHECKED} at the latest.
 *
 * @param <T> what is looked up
 */
public final class Reread<T> {

    /** How old what is known may be. */
    static final Duration RECHECKED = Duration.ofMillis(500);

    private final Function<String, Optional<T>> source;
    private final LongSupplier nanoTime;
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();

    /**
     * Read from a source.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Reread(Function<String, Optional<T>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** What was read, when, and after how many changes on this instance: taken before reading, so never too new. */
    private record Read<T>(T found, long atNanos, long changes) {}

    private static final class Entry<T> {

        private final ReentrantLock reading = new ReentrantLock();
        private volatile @Nullable Read<T> read;
        private volatile Failed failed = new Failed(0, null);
    }

    /** How many look-ups have failed, and with what the last one did; nothing once one has succeeded. */
    private record Failed(long times, @Nullable RuntimeException why) {}

    /** Something was changed here, and the change is durable: everything known is read again before it is used. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** What stands under this key; empty if nothing does. */
    public Optional<T> of(String key) {
        Entry<T> entry = entries.get(key);
        if (entry == null) {
            return firstRead(key);
        }
        long failedBefore = entry.failed.times();
        T known = fresh(entry);
        return known == null ? readAgain(key, entry, failedBefore) : Optional.of(known);
    }

    /** Only what exists is kept: guesses must not fill the memory. */
    private Optional<T> firstRead(String key) {
        Entry<T> entry = new Entry<>();
        Optional<T> found = read(key, entry);
        found.ifPresent(one -> entries.putIfAbsent(key, entry));
        return found;
    }

    /**
     * One thread reads, the others wait for it: what is in heavy use costs two look-ups a second, not hundreds. Where it
     * fails, they fail with it: while the source is gone, waiting in line for a failure each would take minutes.
     */
    private Optional<T> readAgain(String key, Entry<T> entry, long failedBefore) {
        entry.reading.lock();
        try {
            T known = fresh(entry);
            Failed failed = entry.failed;
            RuntimeException shared = failed.why();
            if (known == null && shared != null && failed.times() > failedBefore) {
                throw shared;
            }
            Optional<T> found = known == null ? read(key, entry) : Optional.of(known);
            if (found.isEmpty()) {
                entries.remove(key, entry);
            }
            return found;
        } finally {
            entry.reading.unlock();
        }
    }

    private Optional<T> read(String key, Entry<T> entry) {
        long before = changes.get();
        long at = nanoTime.getAsLong();
        Optional<T> found = looked(key, entry);
        entry.read = found.map(one -> new Read<>(one, at, before)).orElse(null);
        return found;
    }

    private Optional<T> looked(String key, Entry<T> entry) {
        long times = entry.failed.times();
        try {
            Optional<T> found = source.apply(key);
            entry.failed = new Failed(times, null);
            return found;
        } catch (RuntimeException gone) {
            entry.failed = new Failed(times + 1, gone);
            throw gone;
        }
    }

    private @Nullable T fresh(Entry<T> entry) {
        Read<T> read = entry.read;
        return read != null && read.changes() == changes.get()
                && nanoTime.getAsLong() - read.atNanos() < RECHECKED.toNanos() ? read.found() : null;
    }
}
