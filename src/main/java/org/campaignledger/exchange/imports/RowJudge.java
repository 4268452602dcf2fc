package org.campaignledger.exchange.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.exchange.SheetRecord;
import org.campaignledger.platform.exchange.SheetRowAsked;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one file, and writes them as the commands that they stand for. */
final class RowJudge {

    private static final Duration PAUSE = Duration.ofMillis(250);
    /** How long a row waits for a store that is not able; then the run is broken off, and another goes on later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How often a file that is written whole is judged again because the campaign has moved on. */
    private static final int JUDGED_AGAIN = 3;
    private static final int LOOKED_UP = 1_000;

    private final ImportJob job;
    private final ImportParts parts;
    private final RowIds ids;
    private final EarlierRows earlier;
    private volatile @Nullable SheetHeader header;
    private volatile @Nullable Named named;

    private record Named(long version, SheetNames names) {}

    /**
     * What a row came to.
     *
     * @param row      its number
     * @param record   what it stands for; absent if it is refused
     * @param problems why
     * @param claiming whether it takes its natural keys: one that is distinct from another row does not
     */
    record Judged(long row, @Nullable SheetRecord record, List<Problem> problems, boolean claiming) {

        /** The natural keys that it would take; places that are as good as each other are for the writing. */
        List<Claim> claims() {
            return record == null || !claiming
                    ? List.of()
                    : record.event().claims().stream().filter(one -> !one.isPlace()).toList();
        }
    }

    RowJudge(ImportJob job, ImportParts parts) {
        this.job = job;
        this.parts = parts;
        this.ids = RowIds.of(job.asked(), parts.importable(), parts.keys());
        this.earlier = new EarlierRows(ids);
    }

    /** Rows of this file that other rows of it refer to. */
    EarlierRows earlier() {
        return earlier;
    }

    /** From now on rows are read under this header. */
    void reading(SheetHeader found) {
        header = found;
    }

    /** Judges a row; nothing is written. */
    Judged judge(SheetRow row) {
        CampaignRules rules = parts.rules().rules(job.asked().campaign());
        RowBody body = RowBody.of(Objects.requireNonNull(header), row, names(rules));
        boolean refers = earlier.resolve(body.body(), job.asked().dryRun());
        if (refers && job.asked().together()) {
            return new Judged(row.number(), null, body.with(List.of(Problem.of("distinctFrom", "refers-within-sheet",
                    Map.of()))), false);
        }
        List<Problem> problems;
        try {
            SheetRecord record = parts.importable().judge(new SheetRowAsked(ids.of(row.number()), rules,
                    job.asked().actor(), rules.dateOf(parts.clock().now()), body.body()));
            if (body.violations().isEmpty()) {
                return new Judged(row.number(), record, List.of(), !refers);
            }
            problems = List.of();
        } catch (Refused refused) {
            problems = Problem.of(refused);
        }
        return new Judged(row.number(), null, body.with(problems), false);
    }

    private SheetNames names(CampaignRules rules) {
        Named known = named;
        if (known == null || known.version() != rules.version()) {
            known = new Named(rules.version(), new SheetNames(rules));
            named = known;
        }
        return known.names();
    }

    /** Writes a row, if it is granted; waits where the store is not able just now. */
    RowOutcome write(Judged judged) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            SheetRecord record = judged.record();
            if (record == null) {
                return refusedOrAgain(judged.row(), judged.problems());
            }
            try {
                AppendReceipt receipt = parts.commands().send(record.command(), origin(judged.row()));
                return RowOutcome.written(judged.row(), receipt.lastPosition());
            } catch (Refused refused) {
                return refusedOrAgain(judged.row(), Problem.of(refused));
            } catch (AppendFailure.Rejected rejected) {
                return RowOutcome.refused(judged.row(), List.of(rejection(rejected)));
            } catch (AppendFailure.Unavailable | AppendFailure.OutcomeUnknown later) {
                // Its id makes it safe to send again: if it was written after all, that is what will be found.
                if (!pause() || parts.stopping().getAsBoolean() || System.nanoTime() > until) {
                    throw later;
                }
            }
        }
    }

    /** Who stands in the row's own way has been here before. */
    private RowOutcome refusedOrAgain(long row, List<Problem> problems) {
        String own = ids.of(row);
        for (Problem problem : problems) {
            Refused.Existing existing = problem.existing();
            if (existing != null && ids.allOf(row).contains(existing.id())) {
                return RowOutcome.again(row, existing.position());
            }
            if (problem.code().equals("concurrent-change")) {
                Optional<RecordedEvent> first = parts.store().readAggregate(own, 0).stream().findFirst();
                if (first.isPresent()) {
                    return RowOutcome.again(row, first.get().position());
                }
            }
        }
        return RowOutcome.refused(row, problems.stream().map(this::inThisFile).toList());
    }

    /** A duplicate of an earlier row is told by that row's number, which helps more than its id. */
    private Problem inThisFile(Problem problem) {
        Refused.Existing existing = problem.existing();
        OptionalLong row = existing == null ? OptionalLong.empty() : ids.rowOf(existing.id());
        return row.isPresent()
                ? new Problem(problem.field(), "duplicate-in-file", Map.of("row", row.getAsLong()), existing)
                : problem;
    }

    RowIds ids() {
        return ids;
    }

    private Commands.Origin origin(long row) {
        String key = "import:" + job.asked().digest().substring(0, 16) + ":" + row;
        return new Commands.Origin(job.asked().actor(), job.id(), key, null);
    }

    private static Problem rejection(AppendFailure.Rejected rejected) {
        return Problem.of("", rejected.isTooLarge() ? "too-large" : "internal-error", Map.of());
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes all rows in one append. */
    ImportRun.End writeTogether(List<Judged> all) {
        List<Object> commands = new ArrayList<>();
        all.forEach(judged -> commands.add(Objects.requireNonNull(judged.record()).command()));
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int again = 0;; again++) {
            try {
                return written(parts.together().send(commands, origin(0)).lastPosition());
            } catch (Refused refused) {
                return ImportRun.End.refused(Problem.of(refused).getFirst());
            } catch (AppendFailure.ClaimTaken taken) {
                return orWrittenBefore(all, Problem.of(taken.claim().kind(), "duplicate-record", Map.of()));
            } catch (AppendFailure.Conflict standing) {
                return orWrittenBefore(all, Problem.of("", "concurrent-change", Map.of()));
            } catch (AppendFailure.Rejected rejected) {
                return ImportRun.End.refused(rejection(rejected));
            } catch (AppendFailure.ConditionFailed movedOn) {
                if (again >= JUDGED_AGAIN) {
                    return ImportRun.End.refused(Problem.of("", "concurrent-change", Map.of()));
                }
            } catch (AppendFailure.Unavailable | AppendFailure.OutcomeUnknown later) {
                if (!pause() || parts.stopping().getAsBoolean() || System.nanoTime() > until) {
                    throw later;
                }
            }
        }
    }

    private ImportRun.End written(long position) {
        parts.table().written(job.id(), position);
        return ImportRun.End.of(ImportJob.State.DONE);
    }

    /** Who stands in the way may be this very append, of which nobody heard: then all rows are there. */
    private ImportRun.End orWrittenBefore(List<Judged> all, Problem otherwise) {
        long last = 0;
        for (int from = 0; from < all.size(); from += LOOKED_UP) {
            List<List<String>> own = all.subList(from, Math.min(from + LOOKED_UP, all.size())).stream()
                    .map(judged -> ids.allOf(judged.row())).toList();
            Map<String, List<RecordedEvent>> standing = parts.store().readAggregates(own.stream().flatMap(List::stream)
                    .toList());
            if (own.stream().anyMatch(row -> row.stream().noneMatch(standing::containsKey))) {
                return ImportRun.End.refused(otherwise);
            }
            for (List<RecordedEvent> events : standing.values()) {
                last = Math.max(last, events.getFirst().position());
            }
        }
        return written(last);
    }
}
