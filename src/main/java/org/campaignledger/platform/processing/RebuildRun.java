package org.campaignledger.platform.processing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One rebuild, from its beginning to its end. */
final class RebuildRun {

    /** An event that the rebuild could not take in, or that waits behind one. */
    record Aside(long position, String cause) {}

    final UUID id = UUID.randomUUID();
    final String name;
    final Instant startedAt;
    final long startedNanos = System.nanoTime();
    final AtomicBoolean cancelled = new AtomicBoolean();
    /** Set when another instance took it for dead. */
    final AtomicBoolean lost = new AtomicBoolean();
    volatile long position;
    volatile long target;
    volatile Rebuild.State state = Rebuild.State.RUNNING;
    volatile @Nullable Instant endedAt;
    volatile @Nullable String problem;
    volatile double seconds;
    final Map<String, List<Aside>> aside = new ConcurrentHashMap<>();
    final Turn turn;

    RebuildRun(String name, Turn turn, Instant startedAt) {
        this.name = name;
        this.turn = turn;
        this.startedAt = startedAt;
    }

    void end(Rebuild.State how, @Nullable String why, Instant at) {
        seconds = elapsed();
        problem = why;
        endedAt = at;
        state = how;
    }

    double elapsed() {
        return state == Rebuild.State.RUNNING ? (System.nanoTime() - startedNanos) / 1e9 : seconds;
    }

    Rebuild status() {
        return Rebuild.of(name, state, position, target, elapsed(), startedAt, endedAt, problem);
    }
}
