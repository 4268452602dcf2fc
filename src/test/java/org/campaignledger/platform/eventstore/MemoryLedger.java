package org.campaignledger.platform.eventstore;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignledger.kernel.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What {@link MemoryStore}s share. Appends that wait are written as one batch by whoever gets the lock first, so that a
 * sabotaged one can make the mistakes that batches invite.
 */
final class MemoryLedger {

    private static final Connection NO_CONNECTION = (Connection) Proxy.newProxyInstance(
            MemoryLedger.class.getClassLoader(), new Class<?>[]{Connection.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    final ReentrantLock lock = new ReentrantLock();
    final Map<String, Long> notes = new ConcurrentHashMap<>();
    final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final LedgerClock clock;
    private final Sabotage sabotage;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Random salts = new Random();
    private final Map<String, Long> heads = new ConcurrentHashMap<>();
    private final Map<Claim, ClaimHolder> claims = new ConcurrentHashMap<>();
    private final Map<String, IdempotentAnswer> answers = new ConcurrentHashMap<>();
    private volatile List<RecordedEvent> events = List.of();
    private long skipped;

    private static final class Waiting {

        private final Append append;
        private volatile @Nullable AppendReceipt receipt;
        private volatile @Nullable AppendFailure failure;

        private Waiting(Append append) {
            this.append = append;
        }
    }

    MemoryLedger(LedgerClock clock, Sabotage sabotage) {
        this.clock = clock;
        this.sabotage = sabotage;
    }

    Sabotage sabotage() {
        return sabotage;
    }

    List<RecordedEvent> events() {
        return events;
    }

    long lastSequence(String aggregateId) {
        return heads.getOrDefault(aggregateId, -1L);
    }

    Map<Claim, ClaimHolder> holdersOf(Collection<Claim> asked) {
        Map<Claim, ClaimHolder> held = new HashMap<>(claims);
        held.keySet().retainAll(asked);
        return held;
    }

    Optional<IdempotentAnswer> answerFor(String scope) {
        return Optional.ofNullable(answers.get(scope));
    }

    void restore(List<KeptEvent> kept) {
        List<RecordedEvent> all = new ArrayList<>(events);
        for (KeptEvent one : kept) {
            RecordedEvent event = one.event();
            all.add(event);
            heads.put(event.aggregateId(), event.sequence());
            if (sabotage != Sabotage.FORGETS_RESTORED_CLAIMS) {
                if (sabotage != Sabotage.NEVER_FREES_IN_A_RESTORE) {
                    MemoryRules.free(claims, one.freed(), one.recordId(), sabotage);
                }
                one.claims().forEach(claim -> claims.put(claim,
                        new ClaimHolder(one.recordId(), one.unit(), one.recordAt())));
            }
        }
        events = all;
    }

    AppendReceipt append(Append append) {
        var mine = new Waiting(append);
        waiting.add(mine);
        lock.lock();
        try {
            List<Waiting> batch = new ArrayList<>();
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                batch.add(next);
            }
            write(batch);
        } finally {
            lock.unlock();
        }
        if (mine.receipt == null) {
            throw Objects.requireNonNull(mine.failure);
        }
        return mine.receipt;
    }

    private void write(List<Waiting> batch) {
        var before = new MemoryRules.Known(new HashMap<>(heads), new HashMap<>(claims), new HashMap<>(answers));
        for (Waiting one : batch) {
            one.failure = reasonAgainst(one.append, before);
            if (one.failure == null) {
                one.receipt = written(one);
            } else {
                dropped(one.append);
            }
        }
        if (sabotage == Sabotage.FAILS_THE_WHOLE_BATCH) {
            batch.stream().map(one -> one.failure).filter(AppendFailure.Conflict.class::isInstance).findFirst()
                    .ifPresent(conflict -> batch.forEach(one -> {
                        one.receipt = null;
                        one.failure = conflict;
                    }));
        }
    }

    private @Nullable AppendFailure reasonAgainst(Append append, MemoryRules.Known before) {
        var now = new MemoryRules.Known(heads, claims, answers);
        AppendFailure unfit = MemoryRules.unfit(append, sabotage == Sabotage.TAKES_EVENTS_OF_ANY_SIZE);
        AppendFailure answered = MemoryRules.answered(append,
                sabotage == Sabotage.FORGETS_ANSWERS_WITHIN_A_BATCH ? before : now);
        AppendFailure taken = MemoryRules.taken(append, sabotage == Sabotage.CHECKS_CLAIMS_BEFORE_THE_BATCH
                ? before
                : now, sabotage);
        AppendFailure failed = MemoryRules.conditionFailed(append,
                sabotage == Sabotage.CHECKS_CONDITIONS_BEFORE_THE_BATCH ? before : now);
        AppendFailure conflict = MemoryRules.conflict(append,
                sabotage == Sabotage.CHECKS_SEQUENCES_BEFORE_THE_BATCH ? before : now);
        boolean takenFirst = sabotage == Sabotage.TELLS_A_TWIN_THAT_ITS_CLAIM_IS_TAKEN && taken != null;
        List<@Nullable AppendFailure> inOrder = takenFirst
                ? Arrays.asList(unfit, taken)
                : Arrays.asList(unfit, answered, failed, taken, conflict);
        for (AppendFailure reason : inOrder) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** All of it or nothing; a side write that fails is the last thing that can go wrong. */
    private @Nullable AppendReceipt written(Waiting one) {
        Append append = one.append;
        List<RecordedEvent> known = events;
        long base = (known.isEmpty() ? sabotage == Sabotage.NUMBERS_FROM_0 ? -1 : 0 : known.getLast().position())
                + skipped;
        skipped = 0;
        long last = base + append.events().size();
        Instant at = recordedAt(known);
        if (sabotage == Sabotage.ACKNOWLEDGES_WITHOUT_WRITING && base % 20 == 10) {
            return new AppendReceipt(base + 1, last, at);
        }
        Map<String, Long> noted = Map.copyOf(notes);
        try {
            for (SideWrite sideWrite : append.sideWrites()) {
                sideWrite.write(NO_CONNECTION, last);
            }
        } catch (SQLException e) {
            if (sabotage != Sabotage.KEEPS_SIDE_ROWS_OF_THE_DROPPED) {
                notes.keySet().retainAll(noted.keySet());
            }
            one.failure = new AppendFailure.Rejected("a side write failed");
            dropped(append);
            return null;
        }
        appendAll(append, base, at);
        if (append.answer() != null) {
            answers.put(append.answer().scope(),
                    append.answer().at(sabotage == Sabotage.ANSWERS_WITH_POSITION_0 ? 0 : last));
        }
        append.personKeys().forEach(key -> keys.put(key.subject(), key.wrapped()));
        return new AppendReceipt(base + 1, last, at);
    }

    private void appendAll(Append append, long base, Instant at) {
        List<RecordedEvent> grown = new ArrayList<>(events);
        long position = base;
        for (NewEvent event : append.events()) {
            byte[] salt = new byte[16];
            if (sabotage != Sabotage.REUSES_A_SALT) {
                salts.nextBytes(salt);
            }
            byte[] payload = sabotage == Sabotage.REWRITES_PAYLOADS
                    ? new String(event.payload(), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8)
                    : event.payload();
            grown.add(new RecordedEvent(++position, event.eventId(), event.aggregateType(), event.aggregateId(),
                    event.sequence(), event.type(), event.revision(), at, payload, event.metadata(), salt));
            heads.put(event.aggregateId(), event.sequence());
            MemoryRules.free(claims, event.freed(), event.recordId(), sabotage);
            for (Claim claim : event.claims()) {
                claims.put(claim, new ClaimHolder(event.recordId(), event.unit(),
                        sabotage == Sabotage.FORGETS_THE_RECORDING ? position : event.recordAt(position)));
            }
        }
        events = grown;
    }

    private Instant recordedAt(List<RecordedEvent> known) {
        Instant now = sabotage == Sabotage.KEEPS_MICROSECONDS
                ? clock.now().truncatedTo(ChronoUnit.MICROS)
                : clock.now().truncatedTo(ChronoUnit.MILLIS);
        boolean late = !known.isEmpty() && now.isBefore(known.getLast().recordedAt());
        return late && sabotage != Sabotage.LETS_TIME_RUN_BACKWARDS ? known.getLast().recordedAt() : now;
    }

    /** Nothing is left of it, in an honest store. */
    private void dropped(Append append) {
        if (sabotage == Sabotage.LEAVES_GAPS) {
            skipped = 1;
        }
        if (sabotage == Sabotage.WRITES_HALF_OF_AN_APPEND && append.events().size() > 1) {
            appendAll(Append.of(append.events().subList(0, 1)), events.isEmpty() ? 0 : events.getLast().position(),
                    recordedAt(events));
        }
        if (sabotage == Sabotage.KEEPS_CLAIMS_OF_THE_DROPPED) {
            append.events().forEach(event -> event.claims().forEach(
                    claim -> claims.putIfAbsent(claim, new ClaimHolder(event.recordId(), event.unit(), 0))));
        }
    }
}
