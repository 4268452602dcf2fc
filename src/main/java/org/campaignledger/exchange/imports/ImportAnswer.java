package org.campaignledger.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RefusalCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is answered (API, "Commands").
 *
 * @param id           its id
 * @param campaign     into which campaign
 * @param kind         path name of the register
 * @param account      who sent it
 * @param format       {@code xlsx} or {@code csv}
 * @param digest       SHA-256 of the file
 * @param dryRun       whether nothing is to be written
 * @param allOrNothing whether all rows are to be written or none
 * @param state        {@code RUNNING}, {@code DONE}, {@code REFUSED} or {@code CANCELLED}
 * @param refusal      why the file is not taken, or was stopped
 * @param total        rows in the file, blank ones left out; 0 before it was looked through
 * @param read         rows dealt with
 * @param written      rows recorded; in a dry run: that would be
 * @param again        of those, recorded by an earlier import of the same file
 * @param refused      rows not recorded
 * @param rate         rows in a second
 * @param eta          seconds until the end; absent if nobody can tell
 * @param startedAt    when it was sent
 * @param endedAt      when it ended
 * @param rows         what is wrong, row by row; only where one import is asked for
 * @param next         cursor of the next rows, to be given as {@code after}; absent on the last page
 * @param sheet        where the sheet with its errors is; absent where there is none, or none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        String id, String campaign, String kind, String account, String format, String digest, boolean dryRun,
        boolean allOrNothing, String state, @Nullable Wrong refusal, long total, long read, long written, long again,
        long refused, long rate, @Nullable Long eta, Instant startedAt, @Nullable Instant endedAt,
        @Nullable List<Row> rows, @Nullable Long next, @Nullable String sheet) {

    /** What is wrong with the file. */
    record Wrong(String code, String message) {}

    /**
     * A row that was refused.
     *
     * @param row    its number, the header being 1
     * @param errors everything that is wrong with it
     */
    record Row(long row, List<Error> errors) {}

    /**
     * One thing that is wrong with a row.
     *
     * @param field    path of the field; empty where it concerns the whole row
     * @param column   the column's label in the language asked for; absent where it concerns the whole row
     * @param code     one of the door's codes
     * @param message  the same in the language asked for
     * @param existing the record that stands in the way, only where the caller may see it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(String field, @Nullable String column, String code, String message, @Nullable Existing existing) {}

    /** A record that stands in the way. */
    record Existing(String id, long position) {}

    static ImportAnswer of(ImportJob job, Language language, @Nullable List<Row> rows, @Nullable Long next) {
        ImportJob.Asked asked = job.asked();
        ImportJob.Counts counts = job.counts();
        Problem refusal = job.refusal();
        long eta = job.etaSeconds();
        return new ImportAnswer(job.id(), asked.campaign(), asked.kind(), asked.actor().account(),
                asked.format().name().toLowerCase(java.util.Locale.ROOT), asked.digest(), asked.dryRun(),
                asked.together(), job.state().name(),
                refusal == null
                        ? null
                        : new Wrong(refusal.code(), RefusalCatalogue.shipped().message(language, refusal.code(),
                                refusal.arguments())),
                counts.total(), counts.read(), counts.written(), counts.again(), counts.refused(),
                Math.round(job.rate()), eta < 0 ? null : eta, job.startedAt(), job.endedAt(), rows, next,
                job.hasSheet() ? "/api/v1/imports/" + job.id() + "/sheet" : null);
    }

    static List<Row> rows(ImportJob job, Language language, Map<Long, List<Problem>> problems,
            Predicate<Refused.Existing> maySee) {
        return problems.entrySet().stream().map(row -> new Row(row.getKey(), row.getValue().stream()
                .map(problem -> error(job, language, problem, maySee)).toList())).toList();
    }

    private static Error error(ImportJob job, Language language, Problem problem, Predicate<Refused.Existing> maySee) {
        Refused.Existing existing = problem.existing();
        return new Error(problem.field(),
                problem.field().isEmpty() ? null : SheetTexts.label(language, job.asked().kind(), problem.field()),
                problem.code(),
                RefusalCatalogue.shipped().message(language, problem.code(), problem.arguments()),
                existing == null || !maySee.test(existing) ? null : new Existing(existing.id(), existing.position()));
    }
}
