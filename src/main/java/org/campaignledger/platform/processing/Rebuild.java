package org.campaignledger.platform.processing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands.
 *
 * @param projection      what is rebuilt
 * @param state           where it stands
 * @param position        events taken in so far
 * @param target          events to take in, as known
 * @param eventsPerSecond average so far
 * @param etaSeconds      estimated seconds to go; absent before there is a rate, 0 at the end
 * @param startedAt       when it began
 * @param endedAt         when it ended, if it has
 * @param problem         what went wrong, if something did
 */
public record Rebuild(
        String projection, State state, long position, long target, double eventsPerSecond,
        @Nullable Double etaSeconds, Instant startedAt, @Nullable Instant endedAt, @Nullable String problem) {

    /** How it stands after so many seconds, with what follows from them. */
    static Rebuild of(String projection, State state, long position, long target, double seconds, Instant startedAt,
            @Nullable Instant endedAt, @Nullable String problem) {
        double rate = seconds > 0 ? position / seconds : 0;
        Double eta = state != State.RUNNING
                ? Double.valueOf(0)
                : rate > 0 ? Double.valueOf(Math.max(0, target - position) / rate) : null;
        return new Rebuild(projection, state, position, target, rate, eta, startedAt, endedAt, problem);
    }

    /** The states of a rebuild. */
    public enum State {
        /** Rows are being made beside the live ones, which go on serving. */
        RUNNING,
        /** The new rows have taken the place of the old. */
        DONE,
        /** Stopped on request; the old rows serve. */
        CANCELLED,
        /** Stopped by an error, or gone with its instance; the old rows serve. */
        FAILED
    }
}
