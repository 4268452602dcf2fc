package org.campaignledger.platform.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Claim;
import org.jspecify.annotations.Nullable;

/** Why {@link MemoryLedger} does not take an append: each answers what stands against it, or nothing. */
final class MemoryRules {

    private MemoryRules() {}

    /** What appends are judged by. */
    record Known(Map<String, Long> heads, Map<Claim, ClaimHolder> claims, Map<String, IdempotentAnswer> answers) {}

    static @Nullable AppendFailure unfit(Append append, boolean ofAnySize) {
        for (NewEvent event : append.events()) {
            boolean tooLarge = event.payload().length + event.metadata().length > LedgerStore.MAX_EVENT_BYTES;
            if ((tooLarge && !ofAnySize) || event.aggregateId().indexOf('\0') >= 0) {
                return new AppendFailure.Rejected("unfit");
            }
        }
        return null;
    }

    static @Nullable AppendFailure answered(Append append, Known known) {
        IdempotentAnswer answer = append.answer();
        IdempotentAnswer first = answer == null ? null : known.answers.get(answer.scope());
        return first == null ? null : new AppendFailure.AlreadyAnswered(first);
    }

    static @Nullable AppendFailure conditionFailed(Append append, Known known) {
        for (Append.Condition condition : append.conditions()) {
            long stands = known.heads.getOrDefault(condition.aggregateId(), -1L);
            if (stands != condition.lastSequence()) {
                return new AppendFailure.ConditionFailed(condition.aggregateId(), condition.lastSequence(), stands);
            }
        }
        return null;
    }

    static @Nullable AppendFailure taken(Append append, Known known, Sabotage sabotage) {
        Map<Claim, ClaimHolder> all = new HashMap<>(known.claims);
        for (NewEvent event : append.events()) {
            free(all, event.freed(), event.recordId(), sabotage);
            for (Claim claim : event.claims()) {
                ClaimHolder holder = all.put(claim, new ClaimHolder(event.recordId(), event.unit(), 0));
                if (holder != null) {
                    return new AppendFailure.ClaimTaken(claim, holder);
                }
            }
        }
        return null;
    }

    /** Takes away what the record gives back; what others hold stays. */
    static void free(Map<Claim, ClaimHolder> claims, List<Claim> freed, String recordId, Sabotage sabotage) {
        if (sabotage != Sabotage.NEVER_FREES) {
            freed.forEach(claim -> claims.computeIfPresent(claim, (key, holder) -> holder.recordId().equals(recordId)
                    || sabotage == Sabotage.FREES_FOR_ANYONE ? null : holder));
        }
    }

    static @Nullable AppendFailure conflict(Append append, Known known) {
        Map<String, Long> all = new HashMap<>(known.heads);
        for (NewEvent event : append.events()) {
            long free = all.getOrDefault(event.aggregateId(), -1L) + 1;
            if (event.sequence() != free) {
                return new AppendFailure.Conflict(event.aggregateId(), event.sequence(), free);
            }
            all.put(event.aggregateId(), free);
        }
        return null;
    }
}
