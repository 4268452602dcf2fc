package org.campaignledger.platform.web.door;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers queries with the position that they reflect, after waiting until it is as far as the client has seen
 * ({@code waitFor}). A client that does not ask still reads what was written before it asked, if that is a matter of
 * moments.
 */
@Component
public class Freshness {

    /** How long {@code waitFor} waits (API, "Freshness"). */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration COURTESY = Duration.ofMillis(250);

    private final ProjectionPositions positions;
    private final LedgerStore store;
    private final TransactionTemplate snapshot;

    /** Freshness of these projections. */
    public Freshness(ProjectionPositions positions, LedgerStore store, PlatformTransactionManager transactions) {
        this.positions = positions;
        this.store = store;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Answers from a projection: rows and position in one snapshot, which holds all or nothing of events that were written
     * together. While the projection is between such events, the answer waits until it has taken in the last of them.
     *
     * @param waitFor the position that it must have reached; absent if the client did not ask
     * @throws Refused 503 {@code not-fresh-yet} if it has not after {@link #LONGEST_WAIT}
     */
    public <T> ResponseEntity<T> answer(String projection, @Nullable Long waitFor, Supplier<T> query) {
        return answerAt(projection, waitFor, position -> query.get());
    }

    /** The same for a query that needs to know the position that it reflects. */
    public <T> ResponseEntity<T> answerAt(String projection, @Nullable Long waitFor, Function<Long, T> query) {
        awaitProjection(projection, waitFor);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<ResponseEntity<T>> answer = settled(projection, query);
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw notYet(waitFor == null ? store.head() : waitFor);
            }
            pause(() -> notYet(store.head()));
            answer = settled(projection, query);
        }
        return answer.get();
    }

    /**
     * The answer from one snapshot; empty while the projection stands between two events that were written together, so
     * that its rows hold half of what is all or nothing.
     */
    private <T> Optional<ResponseEntity<T>> settled(String projection, Function<Long, T> query) {
        return snapshot.execute(status -> {
            long position = positions.positionOf(projection);
            return store.settled(position) != position
                    ? Optional.empty()
                    : Optional.of(ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(position))
                            .body(query.apply(position)));
        });
    }

    private static void pause(Supplier<Refused> interruption) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interruption.get();
        }
    }

    /**
     * The same as of a point in time: what is answered is of the position asked for, and says so; of the projection's own
     * where none was.
     *
     * @param when    the point in time; the projection must have reached its position, too
     * @param waitFor as of {@link #answer}
     * @param query   is given the position
     * @throws Refused as {@link #answer}
     */
    public <T> ResponseEntity<T> answerAsOf(String projection, PointInTime when, @Nullable Long waitFor,
            Function<Long, T> query) {
        Long asked = when.position();
        @Nullable
        Long needed = asked == null || waitFor != null && waitFor > asked ? waitFor : asked;
        awaitProjection(projection, needed);
        return snapshot.execute(status -> {
            // Rows of these queries are bounded by the position: there is nothing to wait for.
            long reached = store.settled(positions.positionOf(projection));
            long position = asked == null ? reached : Math.min(asked, reached);
            return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(position))
                    .body(query.apply(position));
        });
    }

    /** Waits for a projection as {@link #answer} does, for answers that are made elsewhere, such as streams. */
    public void awaitProjection(String projection, @Nullable Long waitFor) {
        if (waitFor == null) {
            positions.await(projection, store.head(), COURTESY);
        } else if (!positions.await(projection, waitFor, LONGEST_WAIT)) {
            throw notYet(waitFor);
        }
    }

    /** Answers from the ledger itself, whose position is its head. */
    public <T> ResponseEntity<T> answerFromHead(@Nullable Long waitFor, Supplier<T> query) {
        long head = awaitHead(waitFor);
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(head)).body(query.get());
    }

    /**
     * The ledger's head, once it is at least {@code waitFor}.
     *
     * @throws Refused 503 {@code not-fresh-yet} if it is not after {@link #LONGEST_WAIT}
     */
    public long awaitHead(@Nullable Long waitFor) {
        return await(waitFor, store::head);
    }

    /** The same of any position that moves on by itself. */
    public static long await(@Nullable Long waitFor, LongSupplier position) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        long head = position.getAsLong();
        while (waitFor != null && head < waitFor) {
            if (System.nanoTime() > deadline) {
                throw notYet(waitFor);
            }
            pause(() -> notYet(waitFor));
            head = position.getAsLong();
        }
        return head;
    }

    /** What is answered when a query has not caught up in time: 503. */
    public static Refused notYet(long waitFor) {
        return Refused.of(Refused.Kind.UNAVAILABLE, "not-fresh-yet", Map.of("position", waitFor));
    }
}
