package org.campaignledger.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<Long, RowOutcome> before = before(judged.stream().map(RowJudge.Judged::row).toList());
        List<Claim> claims = judged.stream().flatMap(one -> one.claims().stream()).toList();
        Map<Claim, ClaimHolder> held = claims.isEmpty() ? Map.of() : parts.store().holdersOf(claims);
        Map<Long, RowOutcome> alone = new LinkedHashMap<>();
        for (RowJudge.Judged one : judged) {
            RowOutcome own = before.get(one.row());
            alone.put(one.row(), own == null ? outcome(one, held) : own);
        }
        Set<Long> accepted = alone.values().stream().filter(one -> one.fate() == RowOutcome.Fate.WRITTEN)
                .map(RowOutcome::row).collect(Collectors.toSet());
        Map<Long, List<Problem>> twice = twiceInFile(judged.stream().filter(one -> accepted.contains(one.row()))
                .toList());
        return alone.values().stream().map(one -> {
            List<Problem> problems = twice.getOrDefault(one.row(), List.of());
            return problems.isEmpty() ? one : RowOutcome.refused(one.row(), problems);
        }).toList();
    }

    /** Rows of this file that were recorded before, and what is to be said of them: one that was taken back stays so. */
    Map<Long, RowOutcome> before(List<Long> rows) {
        Map<String, List<RecordedEvent>> standing = parts.store().readAggregates(rows.stream()
                .flatMap(row -> ids.allOf(row).stream()).toList());
        Map<Long, RowOutcome> before = new HashMap<>();
        for (long row : rows) {
            List<RecordedEvent> own = ids.allOf(row).stream().map(id -> standing.getOrDefault(id, List.of()))
                    .filter(events -> !events.isEmpty()).findFirst().orElse(List.of());
            if (!own.isEmpty()) {
                before.put(row, own.getLast().type().endsWith("Reversed")
                        ? RowOutcome.refused(row, List.of(Problem.of("", "row-reversed", Map.of())))
                        : RowOutcome.again(row, own.getFirst().position()));
            }
        }
        return before;
    }

    private RowOutcome outcome(RowJudge.Judged one, Map<Claim, ClaimHolder> held) {
        Set<Problem> problems = new LinkedHashSet<>(one.problems());
        for (Claim claim : one.claims()) {
            ClaimHolder holder = held.get(claim);
            if (holder != null) {
                problems.add(taken(claim, holder));
            }
        }
        return problems.isEmpty()
                ? RowOutcome.written(one.row(), 0)
                : RowOutcome.refused(one.row(), List.copyOf(problems));
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
            parts.progress().earlier(job, keys).forEach((key, row) -> {
                List<Problem> ofRow = problems.computeIfAbsent(key.row(), number -> new ArrayList<>());
                Problem problem = Problem.of(key.field(), "duplicate-in-file", Map.of("row", row));
                if (!ofRow.contains(problem)) {
                    ofRow.add(problem);
                }
            });
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
