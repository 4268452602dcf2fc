package org.campaignledger.judging.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.JudgingOpened;
import org.campaignledger.judging.events.JudgingReopened;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.events.ScoringEnded;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Rows of judgings, entries, juries and awards. Of a batch, each row is written once: as it stands at its end. */
@Component
class JudgingProjection implements Projection {

    static final String NAME = JudgingRows.PROJECTION;
    static final String JUDGING = "judging";
    static final String ENTRY = "judging_entry";
    static final String PANEL = "judging_panel";

    private static final String GATHER = """
        update {panel} p set scores = s.scores, given = s.given
        from (select entry, count(scored) filter (where not recused) as scores,
                     coalesce(string_agg(judge || ':' || points || case when recused then '!' else '' end, ' '
                              order by judge), '') as given
              from {seat} where entry = any(string_to_array(?, ',')) group by entry) s
        where p.entry = s.entry""";

    private final JdbcOperations jdbc;

    JudgingProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A stage that a judging has come to. */
    private record Stage(String campaign, String category, String stage, Instant at, long position) {}

    /** The last event of a jury. */
    private record Last(String entry, long sequence) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return event instanceof EntryEvent || event instanceof JudgingEvent;
    }

    @Override
    public List<String> tables() {
        return List.of(JUDGING, ENTRY, PANEL, Seats.TABLE, Counts.JUDGES, Counts.TALLY, AwardRows.TABLE);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        Map<String, Last> lasts = new LinkedHashMap<>();
        Seats seats = new Seats();
        AwardRows awards = new AwardRows();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof EntryEvent event) {
                candidate(event, candidates);
            } else if (entry.event() instanceof JudgingEvent event) {
                stage(entry, event, stages);
                awards.take(entry, event);
                if (event instanceof PanelEvent panel) {
                    lasts.put(panel.entry(), new Last(panel.entry(), entry.sequence()));
                    seats.take(entry.position(), panel);
                }
            }
        }
        Set<String> touched = new LinkedHashSet<>(candidates.keySet());
        touched.addAll(lasts.keySet());
        Counts counts = new Counts(jdbc, tables, touched, seats);
        counts.takeOut();
        writeStages(stages, tables);
        writeEntries(candidates, tables);
        BulkInsert.<Last>into(tables.of(PANEL)).column("entry", "text", Last::entry)
                .column("sequence", "bigint", Last::sequence)
                .onConflict("on conflict (entry) do update set sequence = excluded.sequence")
                .run(jdbc, new ArrayList<>(lasts.values()));
        seats.write(jdbc, tables);
        gatherScores(lasts.keySet(), tables);
        counts.putBack();
        awards.write(jdbc, tables);
    }

    /** Every event of an entry names all that is kept of it, but for those that change nothing here. */
    private static void candidate(EntryEvent event, Map<String, Candidate> candidates) {
        Candidate named = Candidate.named(event);
        if (named != null) {
            candidates.put(named.id(), named);
        }
    }

    private static void stage(LedgerEntry entry, JudgingEvent event, Map<String, Stage> stages) {
        Judging.Stage stage = switch (event) {
            case JudgingOpened opened -> Judging.Stage.OPEN;
            case JudgingReopened reopened -> Judging.Stage.OPEN;
            case ScoringEnded ended -> Judging.Stage.ENDED;
            case JudgingClosed closed -> Judging.Stage.CLOSED;
            default -> null;
        };
        if (stage != null) {
            stages.put(JudgingEvent.judging(event.campaign(), event.category()), new Stage(event.campaign(),
                    event.category(), stage.name(), entry.recordedAt(), entry.position()));
        }
    }

    private void writeStages(Map<String, Stage> stages, Tables tables) {
        BulkInsert.<Stage>into(tables.of(JUDGING))
                .column("campaign", "text", Stage::campaign)
                .column("category", "text", Stage::category)
                .column("stage", "text", Stage::stage)
                .column("changed", "timestamptz", stage -> stage.at().atOffset(ZoneOffset.UTC))
                .column("position", "bigint", Stage::position)
                .onConflict("""
                    on conflict (campaign, category) do update
                    set stage = excluded.stage, changed = excluded.changed, position = excluded.position""")
                .run(jdbc, new ArrayList<>(stages.values()));
    }

    /** What was given, in the form of which {@link JudgingRows} reads it. */
    private void gatherScores(Set<String> juries, Tables tables) {
        if (!juries.isEmpty()) {
            jdbc.update(GATHER.replace("{panel}", tables.of(PANEL)).replace("{seat}", tables.of(Seats.TABLE)),
                    String.join(",", juries));
        }
    }

    private void writeEntries(Map<String, Candidate> candidates, Tables tables) {
        BulkInsert.<Candidate>into(tables.of(ENTRY))
                .column("entry", "text", Candidate::id)
                .column("campaign", "text", Candidate::campaign)
                .column("category", "text", Candidate::category)
                .column("unit", "text", Candidate::unit)
                .column("state", "text", candidate -> candidate.state().name())
                .onConflict("""
                    on conflict (entry) do update set campaign = excluded.campaign, category = excluded.category,
                    unit = excluded.unit, state = excluded.state""")
                .run(jdbc, new ArrayList<>(candidates.values()));
    }
}
