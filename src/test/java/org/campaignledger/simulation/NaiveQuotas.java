package org.campaignledger.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Targets, allocations and the greatest plausible number of contacts, as they stand. */
final class NaiveQuotas {

    final Map<String, Long> targets = Picture.targetsOf2019();
    final Map<String, Long> allocations = Picture.allocationsOf2019();
    long contactsPerEvent = 100_000;
    int version = 1;

    /** What is against a revision; nothing, if it may be. */
    List<String> against(CorrectionStep.Asking revision) {
        return switch (revision) {
            case CorrectionStep.ReviseTarget target -> against(target);
            case CorrectionStep.Reallocate shares -> {
                List<String> wrong = new ArrayList<>();
                addAgainstShares(shares.shares(), targets.getOrDefault("events", 0L), wrong);
                yield wrong.isEmpty() && after(shares.shares()).equals(allocations)
                        ? List.of("changes-nothing")
                        : wrong;
            }
            case CorrectionStep.ReviseBounds bounds -> bounds.contactsPerEvent() == contactsPerEvent
                    ? List.of("changes-nothing")
                    : List.of();
            default -> throw new IllegalArgumentException(revision.toString());
        };
    }

    private List<String> against(CorrectionStep.ReviseTarget revision) {
        boolean allocated = revision.metric().equals("events");
        List<String> wrong = new ArrayList<>();
        if (!allocated && !revision.shares().isEmpty()) {
            wrong.add("only-events-are-allocated");
        }
        @Nullable
        Long before = targets.get(revision.metric());
        if (before != null && before == revision.target()) {
            wrong.add("changes-nothing");
        }
        if (allocated) {
            addAgainstShares(revision.shares(), revision.target(), wrong);
        }
        return wrong;
    }

    /** Units that there are not are named beside whatever else is wrong; rule 1 is asked when nothing else is. */
    private void addAgainstShares(Map<String, Long> shares, long target, List<String> wrong) {
        shares.keySet().stream().filter(unit -> !allocations.containsKey(unit)).forEach(unit -> wrong.add(
                "unknown-unit"));
        long sum = after(shares).values().stream().mapToLong(Long::longValue).sum();
        if (wrong.isEmpty() && sum != target) {
            wrong.add("allocations-do-not-add-up");
        }
    }

    private Map<String, Long> after(Map<String, Long> shares) {
        Map<String, Long> after = new HashMap<>(allocations);
        after.putAll(shares);
        return after;
    }

    void revise(CorrectionStep.Asking revision) {
        version++;
        switch (revision) {
            case CorrectionStep.ReviseTarget target -> {
                targets.put(target.metric(), target.target());
                allocations.putAll(target.shares());
            }
            case CorrectionStep.Reallocate shares -> allocations.putAll(shares.shares());
            case CorrectionStep.ReviseBounds bounds -> contactsPerEvent = bounds.contactsPerEvent();
            default -> throw new IllegalArgumentException(revision.toString());
        }
    }
}
