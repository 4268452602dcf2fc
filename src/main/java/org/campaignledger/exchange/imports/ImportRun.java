package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRefused;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.exchange.sheet.SheetRows;
import org.campaignledger.kernel.Claim;

/**
 * One run of an import, from the file's first row to its last, or on from where an earlier run was broken off. Rows are taken
 * in windows: those of one are judged and written side by side, and counted together once it is known what became of all.
 */
final class ImportRun {

    /** How an import ends. */
    record End(ImportJob.State state, Problem refusal) {

        static final Problem NONE = Problem.of("", "", Map.of());

        static End of(ImportJob.State state) {
            return new End(state, NONE);
        }

        static End refused(Problem refusal) {
            return new End(ImportJob.State.REFUSED, refusal);
        }
    }

    /** Behind the last row of any sheet: from here on those are counted that refer to others. */
    private static final long BEHIND_ALL = 1_900_000;
    private static final int LOOKED_AT = 10_000;
    /** Characters of the rows of a window, which are in memory together. */
    private static final long MOST_IN_WINDOW = 8L << 20;

    private final ImportJob job;
    private final SheetFile file;
    private final RowJudge judge;
    private final ImportParts parts;
    private final WindowChecks checks;
    private final List<SheetRow> referring = new ArrayList<>();
    private final long began = System.nanoTime();
    private long done;
    private long headerRow;

    /**
     * A run.
     *
     * @param job  as it stands
     * @param file closed by the caller
     */
    ImportRun(ImportJob job, SheetFile file, RowJudge judge, ImportParts parts) {
        this.job = job;
        this.file = file;
        this.judge = judge;
        this.parts = parts;
        this.checks = new WindowChecks(job.id(), parts, judge.ids());
    }

    /**
     * Runs to the end.
     *
     * @throws SheetRefused         the file is not taken
     * @throws IOException          it can't be read
     * @throws InterruptedException the instance stops; another run goes on
     * @throws ImportProgress.TakenOver another instance goes on with it
     */
    End run() throws IOException, InterruptedException {
        SheetHeader header = look();
        headerRow = header.row();
        judge.reading(header);
        if (job.asked().dryRun()) {
            parts.progress().beginAgain(job);
            return windows(1, this::checked);
        }
        if (job.asked().together()) {
            return together();
        }
        End end = windows(job.settledRow(), this::written);
        if (end.state() == ImportJob.State.DONE) {
            writtenInTurn();
        }
        return end;
    }

    /**
     * Writes rows side by side. Of two that claim the same thing the earlier one is to have it: the others of a window wait
     * until the rest of it is written.
     */
    private List<RowOutcome> written(List<SheetRow> rows) {
        Map<Long, RowOutcome> before = checks.before(rows.stream().map(SheetRow::number).toList());
        List<RowJudge.Judged> judged = SideBySide.all(rows.stream().filter(row -> !before.containsKey(row.number()))
                .toList(), judge::judge);
        Set<Claim> claimed = new HashSet<>();
        List<RowJudge.Judged> first = new ArrayList<>();
        List<RowJudge.Judged> later = new ArrayList<>();
        for (RowJudge.Judged one : judged) {
            (Collections.disjoint(claimed, one.claims()) ? first : later).add(one);
            claimed.addAll(one.claims());
        }
        List<RowOutcome> outcomes = new ArrayList<>(before.values());
        outcomes.addAll(SideBySide.all(first, judge::write));
        later.forEach(one -> outcomes.add(judge.write(one)));
        return outcomes;
    }

    /**
     * Rows that refer to others of the sheet come last, each behind the one that it refers to, by windows. How many of them
     * have been dealt with is kept as rows behind the last one of any sheet: a further run goes on there.
     */
    private void writtenInTurn() throws InterruptedException {
        List<SheetRow> turn = judge.earlier().inTurn(referring);
        int from = (int) Math.clamp(job.settledRow() - BEHIND_ALL, 0, turn.size());
        while (from < turn.size()) {
            mustGoOn();
            List<SheetRow> window = turn.subList(from, Math.min(from + parts.properties().inFlight(), turn.size()));
            Map<Long, RowOutcome> before = checks.before(window.stream().map(SheetRow::number).toList());
            List<RowOutcome> outcomes = new ArrayList<>();
            for (SheetRow row : window) {
                RowOutcome known = before.get(row.number());
                outcomes.add(known == null ? judge.write(judge.judge(row)) : known);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            from += window.size();
            parts.progress().settle(job, outcomes, BEHIND_ALL + from, rate(outcomes.size()), parts.clock().now());
        }
    }

    private void mustGoOn() throws InterruptedException {
        if (parts.stopping().getAsBoolean() || Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (parts.table().isCancelled(job.id())) {
            throw SheetRefused.of("stopped");
        }
    }

    /** Everything that can be told before a row is judged: the header, and how many rows there are. */
    private SheetHeader look() throws IOException, InterruptedException {
        long total = 0;
        SheetHeader header;
        try (SheetRows rows = file.rows()) {
            SheetRow first = rows.next().orElseThrow(() -> SheetRefused.of("empty-file"));
            header = SheetHeader.read(job.asked().kind(), parts.importable().columns(), first, job.asked().language());
            judge.earlier().reading(header, first);
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                total += row.get().isBlank() ? 0 : 1;
                judge.earlier().noteReference(row.get());
                if (row.get().number() % LOOKED_AT == 0) {
                    mustGoOn();
                }
            }
        }
        if (total == 0) {
            throw SheetRefused.of("no-rows");
        }
        parts.table().total(job.id(), total);
        if (judge.earlier().isNeeded()) {
            try (SheetRows rows = file.rows()) {
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    judge.earlier().noteId(row.get());
                    if (row.get().number() % LOOKED_AT == 0) {
                        mustGoOn();
                    }
                }
            }
        }
        return header;
    }

    private End windows(long after, Function<List<SheetRow>, List<RowOutcome>> settle)
            throws IOException, InterruptedException {
        try (SheetRows rows = file.rows()) {
            List<SheetRow> window = next(rows, after);
            while (!window.isEmpty()) {
                if (parts.table().isCancelled(job.id())) {
                    return End.of(ImportJob.State.CANCELLED);
                }
                if (!parts.stands(job.asked().actor())) {
                    return new End(ImportJob.State.CANCELLED, Problem.of("", "account-disabled", Map.of()));
                }
                List<RowOutcome> outcomes = settle.apply(window);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                parts.progress().settle(job, outcomes, window.getLast().number(), rate(outcomes.size()),
                        parts.clock().now());
                window = next(rows, after);
            }
        }
        return End.of(ImportJob.State.DONE);
    }

    private double rate(int more) {
        done += more;
        return done * 1000.0 / Math.max(1, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private List<SheetRow> next(SheetRows rows, long after) throws IOException {
        List<SheetRow> window = new ArrayList<>();
        long length = 0;
        while (window.size() < parts.properties().inFlight() && length < MOST_IN_WINDOW) {
            var row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            if (row.get().number() <= headerRow || row.get().isBlank()) {
                continue;
            }
            if (writesEach() && judge.earlier().refers(row.get())) {
                referring.add(row.get());
            } else if (row.get().number() > after) {
                window.add(row.get());
                // Of these alone: what is passed over fills no window, and an empty one is the end of the sheet.
                length += row.get().cells().stream().mapToLong(cell -> cell.text().length()).sum();
            }
        }
        return window;
    }

    private List<RowOutcome> checked(List<SheetRow> rows) {
        return checks.outcomes(SideBySide.all(rows, judge::judge));
    }

    /** Looked through first, so that everything that is wrong is told; then all of it is written, or nothing. */
    private End together() throws IOException, InterruptedException {
        if (job.position() > 0) {
            return End.of(ImportJob.State.DONE);
        }
        parts.progress().beginAgain(job);
        List<RowJudge.Judged> toWrite = new ArrayList<>();
        End checked = windows(1, rows -> {
            List<RowJudge.Judged> judged = SideBySide.all(rows, judge::judge);
            List<RowOutcome> outcomes = checks.outcomes(judged);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).fate() == RowOutcome.Fate.WRITTEN) {
                    toWrite.add(judged.get(i));
                }
            }
            if (toWrite.size() > parts.properties().maxTogether()) {
                throw SheetRefused.of("too-many-rows-together", Map.of("max", parts.properties().maxTogether()));
            }
            return outcomes.stream().map(RowOutcome::onlyLookedAt).toList();
        });
        long refused = parts.table().find(job.id()).orElseThrow().counts().refused();
        if (checked.state() != ImportJob.State.DONE) {
            return checked;
        }
        return refused > 0
                ? End.refused(Problem.of("", "rows-refused", Map.of("rows", refused)))
                : toWrite.isEmpty() ? checked : judge.writeTogether(toWrite);
    }

    private boolean writesEach() {
        return !job.asked().dryRun() && !job.asked().together();
    }
}
