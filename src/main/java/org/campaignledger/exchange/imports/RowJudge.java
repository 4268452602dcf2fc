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
    /** How often a file that is written whole is judged again because the campaign has moved on. */
    private static final int JUDGED_AGAIN = 3;

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
     */
    record Judged(long row, @Nullable SheetRecord record, List<Problem> problems) {

        /** The natural keys that it would take; places that are as good as each other are for the writing. */
        List<Claim> claims() {
            return record == null ? List.of() : record.event().claims().stream().filter(one -> !one.isPlace()).toList();
        }
    }

    RowJudge(ImportJob job, ImportParts parts) {
        this.job = job;
        this.parts = parts;
        this.ids = new RowIds(job.asked());
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
        earlier.resolve(body.body());
        List<Problem> problems;
        try {
            SheetRecord record = parts.importable().judge(new SheetRowAsked(ids.of(row.number()), rules,
                    job.asked().actor(), rules.dateOf(parts.clock().now()), body.body()));
            if (body.violations().isEmpty()) {
                return new Judged(row.number(), record, List.of());
            }
            problems = List.of();
        } catch (Refused refused) {
            problems = Problem.of(refused);
        }
        return new Judged(row.number(), null, body.with(problems));
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
                return RowOutcome.refused(judged.row(), List.of(Problem.of("", "too-large", Map.of())));
            } catch (AppendFailure.Unavailable | AppendFailure.OutcomeUnknown later) {
                // Its id makes it safe to send again: if it was written after all, that is what will be found.
                if (!pause()) {
                    return RowOutcome.refused(judged.row(), List.of());
                }
            }
        }
    }

    /** Who stands in the row's own way has been here before. */
    private RowOutcome refusedOrAgain(long row, List<Problem> problems) {
        String own = ids.of(row);
        for (Problem problem : problems) {
            Refused.Existing existing = problem.existing();
            if (existing != null && existing.id().equals(own)) {
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
    ImportRun.End writeTogether(List<Judged> all) throws InterruptedException {
        List<Object> commands = new ArrayList<>();
        all.forEach(judged -> commands.add(Objects.requireNonNull(judged.record()).command()));
        for (int again = 0;; again++) {
            try {
                return written(parts.together().send(commands, origin(0)).lastPosition());
            } catch (Refused refused) {
                return ImportRun.End.refused(Problem.of(refused).getFirst());
            } catch (AppendFailure.ClaimTaken taken) {
                return ImportRun.End.refused(Problem.of(taken.claim().kind(), "duplicate-record", Map.of()));
            } catch (AppendFailure.Conflict standing) {
                return again(all);
            } catch (AppendFailure.Rejected rejected) {
                return ImportRun.End.refused(Problem.of("", "too-large", Map.of()));
            } catch (AppendFailure.ConditionFailed movedOn) {
                if (again >= JUDGED_AGAIN) {
                    return ImportRun.End.refused(Problem.of("", "concurrent-change", Map.of()));
                }
            } catch (AppendFailure.Unavailable | AppendFailure.OutcomeUnknown later) {
                if (!pause()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    private ImportRun.End written(long position) {
        parts.table().written(job.id(), position);
        return ImportRun.End.of(ImportJob.State.DONE);
    }

    /** Ids are taken: by this very append, of which nobody heard, or by another import of the same file beside this one. */
    private ImportRun.End again(List<Judged> all) {
        List<RecordedEvent> first = parts.store().readAggregate(ids.of(all.getFirst().row()), 0);
        List<RecordedEvent> last = parts.store().readAggregate(ids.of(all.getLast().row()), 0);
        return first.isEmpty() || last.isEmpty()
                ? ImportRun.End.refused(Problem.of("", "concurrent-change", Map.of()))
                : written(last.getFirst().position());
    }
}
