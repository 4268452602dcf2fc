package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Decides, append by append, which of a batch are written and at which positions. Pure over what was looked up under
 * the writers' lock: while it is held nobody else can change heads, claims or answers, so the decision is exact.
 */
final class BatchDecision {

    private final Map<String, Long> heads;
    private final Map<ByteBuffer, ClaimHolder> claims;
    private final Map<String, IdempotentAnswer> answers;
    private long position;
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<Pending, AppendFailure> refused = new HashMap<>();

    /** An append that is written, from this position on. */
    record Accepted(Pending pending, long firstPosition) {

        long lastPosition() {
            return firstPosition + pending.append().events().size() - 1;
        }
    }

    /** What the store holds of everything that the batch touches. */
    record Looked(
            long head, Instant lastRecordedAt, Map<String, Long> heads, Map<ByteBuffer, ClaimHolder> claims,
            Map<String, IdempotentAnswer> answers) {

        /** The instant of what is written next: the clock's, in whole milliseconds, never before the last one. */
        Instant recordedAt(LedgerClock clock) {
            Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
            return now.isBefore(lastRecordedAt) ? lastRecordedAt : now;
        }
    }

    BatchDecision(Looked looked) {
        this.position = looked.head();
        this.heads = new HashMap<>(looked.heads());
        this.claims = new HashMap<>(looked.claims());
        this.answers = new HashMap<>(looked.answers());
    }

    List<Accepted> accepted() {
        return accepted;
    }

    Map<Pending, AppendFailure> refused() {
        return refused;
    }

    void decide(Pending pending) {
        Append append = pending.append();
        Optional<AppendFailure> failure = reasonAgainst(pending);
        if (failure.isPresent()) {
            refused.put(pending, failure.get());
            return;
        }
        long first = position + 1;
        for (NewEvent event : append.events()) {
            position++;
            heads.put(event.aggregateId(), event.sequence());
        }
        for (Pending.Claimed claimed : pending.claims()) {
            claims.put(claimed.key(), new ClaimHolder(claimed.event().recordId(), claimed.event().unit(),
                    first + claimed.index()));
        }
        IdempotentAnswer answer = append.answer();
        if (answer != null) {
            answers.put(answer.scope(), answer.at(position));
        }
        accepted.add(new Accepted(pending, first));
    }

    /** A repeated command is recognised first: its own first run is what its claims would conflict with. */
    private Optional<AppendFailure> reasonAgainst(Pending pending) {
        Append append = pending.append();
        IdempotentAnswer answer = append.answer();
        if (answer != null) {
            @Nullable
            IdempotentAnswer before = answers.get(answer.scope());
            if (before != null) {
                return Optional.of(new AppendFailure.AlreadyAnswered(before));
            }
        }
        for (Append.Condition condition : append.conditions()) {
            long actual = heads.getOrDefault(condition.aggregateId(), -1L);
            if (actual != condition.lastSequence()) {
                return Optional.of(new AppendFailure.ConditionFailed(
                        condition.aggregateId(), condition.lastSequence(), actual));
            }
        }
        // A name that is taken says more than a sequence that is: the second opening of a campaign is a duplicate.
        return takenClaim(pending).or(() -> sequenceConflict(append));
    }

    private Optional<AppendFailure> sequenceConflict(Append append) {
        Map<String, Long> next = new HashMap<>();
        for (NewEvent event : append.events()) {
            long free = next.computeIfAbsent(event.aggregateId(), id -> heads.getOrDefault(id, -1L) + 1);
            if (event.sequence() != free) {
                return Optional.of(new AppendFailure.Conflict(event.aggregateId(), event.sequence(), free));
            }
            next.put(event.aggregateId(), free + 1);
        }
        return Optional.empty();
    }

    private Optional<AppendFailure> takenClaim(Pending pending) {
        Map<ByteBuffer, ClaimHolder> own = new HashMap<>();
        for (Pending.Claimed claimed : pending.claims()) {
            @Nullable
            ClaimHolder holder = claims.get(claimed.key());
            if (holder == null) {
                holder = own.putIfAbsent(claimed.key(),
                        new ClaimHolder(claimed.event().recordId(), claimed.event().unit(), 0));
            }
            if (holder != null) {
                return Optional.of(new AppendFailure.ClaimTaken(claimed.claim(), holder));
            }
        }
        return Optional.empty();
    }
}
