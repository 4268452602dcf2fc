package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a batch is decided on.
 *
 * @param aggregates those that it writes to or relies upon
 * @param claimKeys  of the claims that it takes, each once
 * @param scopes     of the idempotency keys that it answers
 */
record Touched(Set<String> aggregates, Collection<byte[]> claimKeys, List<byte[]> scopes) {

    /** What these appends touch. */
    static Touched by(List<Pending> batch) {
        Set<String> aggregates = new LinkedHashSet<>();
        Map<ByteBuffer, byte[]> claimKeys = new LinkedHashMap<>();
        List<byte[]> scopes = new ArrayList<>();
        for (Pending pending : batch) {
            Append append = pending.append();
            append.events().forEach(event -> aggregates.add(event.aggregateId()));
            pending.claims().forEach(claimed -> claimKeys.put(claimed.key(), claimed.key().array()));
            append.conditions().forEach(condition -> aggregates.add(condition.aggregateId()));
            IdempotentAnswer answer = append.answer();
            if (answer != null) {
                scopes.add(ClaimKeys.bytes(answer.scope()));
            }
        }
        return new Touched(aggregates, claimKeys.values(), scopes);
    }
}
