package org.campaignledger.judging.read;

import java.util.Collection;

import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps the counts of {@code judging_judge} and {@code judging_tally}: rows that a batch touches are taken out of them
 * before it is written, and put back as they have become. Whoever is handed an event twice takes out and puts back the
 * same.
 */
final class Counts {

    static final String JUDGES = "judging_judge";
    static final String TALLY = "judging_tally";

    private static final String JUDGED = """
        insert into {counts} as c
        select campaign, category, judge, ? * count(*) filter (where not recused),
               ? * count(scored) filter (where not recused), ? * count(*) filter (where recused)
        from {seat} join unnest(string_to_array(?, ','), string_to_array(?, ',')) as touched (entry, judge)
             using (entry, judge)
        group by campaign, category, judge order by campaign, category, judge
        on conflict (campaign, category, judge) do update set assigned = c.assigned + excluded.assigned,
            scored = c.scored + excluded.scored, recused = c.recused + excluded.recused""";
    private static final String TALLIED = """
        insert into {counts} as c
        select e.campaign, e.category, coalesce(p.scores, 0), ? * count(*)
        from {entry} e left join {panel} p using (entry)
        where e.entry = any(string_to_array(?, ',')) and e.state = 'RECOMMENDED'
        group by 1, 2, 3 order by 1, 2, 3
        on conflict (campaign, category, scores) do update set entries = c.entries + excluded.entries""";

    private final JdbcOperations jdbc;
    private final Tables tables;
    private final String entries;
    private final String seatEntries;
    private final String seatJudges;

    /** Of a batch that touches these entries and places. */
    Counts(JdbcOperations jdbc, Tables tables, Collection<String> entries, Seats seats) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.entries = String.join(",", entries);
        this.seatEntries = String.join(",", seats.entries());
        this.seatJudges = String.join(",", seats.judges());
    }

    /** Before the batch is written. */
    void takeOut() {
        count(-1);
    }

    /** After it was. */
    void putBack() {
        count(1);
    }

    private void count(int sign) {
        if (!seatEntries.isEmpty()) {
            jdbc.update(JUDGED.replace("{counts}", tables.of(JUDGES)).replace("{seat}", tables.of(Seats.TABLE)), sign,
                    sign, sign, seatEntries, seatJudges);
        }
        if (!entries.isEmpty()) {
            jdbc.update(TALLIED.replace("{counts}", tables.of(TALLY))
                    .replace("{entry}", tables.of(JudgingProjection.ENTRY))
                    .replace("{panel}", tables.of(JudgingProjection.PANEL)), sign, entries);
        }
    }
}
