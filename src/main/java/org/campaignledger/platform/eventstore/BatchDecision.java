package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<ByteBuffer, ClaimHolder> before;
    private final Map<ByteBuffer, ClaimHolder> claims;
    private final Map<ByteBuffer, Pending.Claimed> changed = new LinkedHashMap<>();
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
        this.before = looked.claims();
        this.claims = new HashMap<>(before);
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
        pending.claims().forEach(claimed -> take(claimed, first));
        IdempotentAnswer answer = append.answer();
        if (answer != null) {
            answers.put(answer.scope(), answer.at(position));
        }
        accepted.add(new Accepted(pending, first));
    }

    private void take(Pending.Claimed claimed, long first) {
        if (claimed.freed()) {
            if (isHeldBy(claimed, claims.get(claimed.key()))) {
                claims.remove(claimed.key());
                changed.put(claimed.key(), claimed);
            }
        } else {
            claims.put(claimed.key(), new ClaimHolder(claimed.event().recordId(), claimed.event().unit(),
                    claimed.event().recordAt(first + claimed.index())));
            changed.put(claimed.key(), claimed);
        }
    }

    private static boolean isHeldBy(Pending.Claimed claimed, @Nullable ClaimHolder holder) {
        return holder != null && holder.recordId().equals(claimed.event().recordId());
    }

    /**
     * What became of every claim that the accepted appends took or gave back: the last that happened to each key.
     *
     * @param claimed what happened
     * @param holder  who holds it in the end; absent if it was given back
     * @param before  whether it was held before the batch
     */
    record Changed(Pending.Claimed claimed, @Nullable ClaimHolder holder, boolean before) {}

    /** The claims as the batch leaves them, each key once. */
    List<Changed> changes() {
        return changed.values().stream()
                .map(one -> new Changed(one, claims.get(one.key()), before.containsKey(one.key()))).toList();
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
        Map<ByteBuffer, Optional<ClaimHolder>> own = new HashMap<>();
        for (Pending.Claimed claimed : pending.claims()) {
            Optional<ClaimHolder> holder = own.getOrDefault(claimed.key(),
                    Optional.ofNullable(claims.get(claimed.key())));
            if (claimed.freed()) {
                if (isHeldBy(claimed, holder.orElse(null))) {
                    own.put(claimed.key(), Optional.empty());
                }
            } else if (holder.isPresent()) {
                return Optional.of(new AppendFailure.ClaimTaken(claimed.claim(), holder.get()));
            } else {
                own.put(claimed.key(), Optional.of(new ClaimHolder(claimed.event().recordId(),
                        claimed.event().unit(), 0)));
            }
        }
        return Optional.empty();
    }
}
