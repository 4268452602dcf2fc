package org.campaignledger.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.RecordedEvent;

/** Compares the natural keys of judged rows with the ledger and with the rows before them, where nothing is written. */
final class WindowChecks {

    private final String job;
    private final ImportParts parts;
    private final RowIds ids;

    WindowChecks(String job, ImportParts parts, RowIds ids) {
        this.job = job;
        this.parts = parts;
        this.ids = ids;
    }

    /** What would become of these rows, in their order. */
    List<RowOutcome> outcomes(List<RowJudge.Judged> judged) {
        List<Claim> claims = judged.stream().flatMap(one -> one.claims().stream()).toList();
        Map<Claim, ClaimHolder> held = claims.isEmpty() ? Map.of() : parts.store().holdersOf(claims);
        Map<String, List<RecordedEvent>> standing = parts.store().readAggregates(judged.stream()
                .filter(one -> one.claims().isEmpty()).map(one -> ids.of(one.row())).toList());
        Map<Long, List<Problem>> twice = twiceInFile(judged);
        List<RowOutcome> outcomes = new ArrayList<>(judged.size());
        for (RowJudge.Judged one : judged) {
            List<RecordedEvent> own = standing.get(ids.of(one.row()));
            outcomes.add(own == null || own.isEmpty()
                    ? outcome(one, held, twice.getOrDefault(one.row(), List.of()))
                    : RowOutcome.again(one.row(), own.getFirst().position()));
        }
        return outcomes;
    }

    private RowOutcome outcome(RowJudge.Judged one, Map<Claim, ClaimHolder> held, List<Problem> twice) {
        List<Problem> problems = new ArrayList<>(one.problems());
        for (Claim claim : one.claims()) {
            ClaimHolder holder = held.get(claim);
            if (holder != null) {
                if (holder.recordId().equals(ids.of(one.row()))) {
                    return RowOutcome.again(one.row(), holder.position());
                }
                problems.add(taken(claim, holder));
            }
        }
        problems.addAll(twice);
        return problems.isEmpty() ? RowOutcome.written(one.row(), 0) : RowOutcome.refused(one.row(), problems);
    }

    private Problem taken(Claim claim, ClaimHolder holder) {
        OptionalLong row = ids.rowOf(holder.recordId());
        Refused.Existing existing = new Refused.Existing(holder.recordId(), holder.position(),
                holder.unit().isEmpty() ? null : holder.unit());
        return row.isPresent()
                ? new Problem(claim.kind(), "duplicate-in-file", Map.of("row", row.getAsLong()), existing)
                : new Problem(claim.kind(), "duplicate-record", Map.of(), existing);
    }

    private Map<Long, List<Problem>> twiceInFile(List<RowJudge.Judged> judged) {
        List<ImportProgress.KeyOfRow> keys = judged.stream().flatMap(one -> one.claims().stream()
                .map(claim -> new ImportProgress.KeyOfRow(keyOf(claim), claim.kind(), one.row()))).toList();
        Map<Long, List<Problem>> problems = new HashMap<>();
        if (!keys.isEmpty()) {
            parts.progress().earlier(job, keys).forEach((key, row) -> problems
                    .computeIfAbsent(key.row(), number -> new ArrayList<>())
                    .add(Problem.of(key.field(), "duplicate-in-file", Map.of("row", row))));
        }
        return problems;
    }

    private static byte[] keyOf(Claim claim) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((claim.kind() + "\n" + claim.key()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
