package org.campaignledger.platform.web.pages.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An import as its page shows it.
 *
 * @param id           its id
 * @param kind         path name of the register
 * @param account      who sent it
 * @param state        where it stands
 * @param dryRun       whether nothing is written
 * @param together     whether all is written or nothing
 * @param startedAt    when it was sent
 * @param total        rows in the file
 * @param read         rows dealt with
 * @param written      rows recorded
 * @param again        of those, recorded before
 * @param refused      rows not recorded
 * @param rate         rows in a second
 * @param eta          seconds until the end; absent if nobody can tell
 * @param refusal      why the file is not taken; empty where it is
 * @param sheet        path of the sheet with its errors; absent where there is none
 * @param problems     what is wrong with rows
 * @param next         cursor of the next of those; absent on the last page
 */
public record ImportView(
        String id, String kind, String account, String state, boolean dryRun, boolean together, String startedAt,
        long total, long read, long written, long again, long refused, long rate, @Nullable Long eta, String refusal,
        @Nullable String sheet, List<Problem> problems, @Nullable Long next) {

    /**
     * One thing that is wrong with a row.
     *
     * @param row      its number
     * @param column   which column; empty where it concerns the whole row
     * @param message  what is wrong
     * @param existing position of the record that stands in the way; absent where there is none, or none to be seen
     */
    public record Problem(long row, String column, String message, @Nullable Long existing) {}

    static ImportView of(JsonNode job, String startedAt) {
        List<Problem> problems = new ArrayList<>();
        job.path("rows").forEach(row -> row.path("errors").forEach(error -> problems.add(new Problem(
                row.path("row").longValue(), error.path("column").asString(""), error.path("message").asString(""),
                error.at("/existing/position").isNumber() ? error.at("/existing/position").longValue() : null))));
        return new ImportView(job.path("id").asString(""), job.path("kind").asString(""),
                job.path("account").asString(""), job.path("state").asString(""), job.path("dryRun").asBoolean(false),
                job.path("allOrNothing").asBoolean(false), startedAt, job.path("total").longValue(),
                job.path("read").longValue(), job.path("written").longValue(), job.path("again").longValue(),
                job.path("refused").longValue(), job.path("rate").longValue(),
                job.path("eta").isNumber() ? job.path("eta").longValue() : null,
                job.at("/refusal/message").asString(""),
                job.path("sheet").isString() ? job.path("sheet").stringValue() : null, problems,
                job.path("next").isNumber() ? job.path("next").longValue() : null);
    }

    /** Whether there is no more to come. */
    public boolean isOver() {
        return !state.equals("RUNNING");
    }
}
