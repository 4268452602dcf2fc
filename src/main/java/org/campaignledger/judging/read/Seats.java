package org.campaignledger.judging.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.judging.events.JudgeRecused;
import org.campaignledger.judging.events.JudgesAssigned;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.events.Seat;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What a batch of events changes of judges' places. */
final class Seats {

    static final String TABLE = "judging_seat";

    private final Map<Key, Change> changes = new LinkedHashMap<>();

    private record Key(String entry, String judge) {}

    /** What becomes of a place; points and their position are absent where they stay as they are. */
    private record Change(
            Key key, String campaign, String category, boolean recused, @Nullable String points,
            @Nullable Long scored) {}

    void take(long position, PanelEvent event) {
        switch (event) {
            case JudgesAssigned assigned -> {
                for (Seat seat : assigned.judges()) {
                    put(event, seat.judge(), false, null, null);
                }
            }
            case JudgeRecused recused -> put(event, recused.judge(), true, null, null);
            case ScoreGiven given -> put(event, given.judge(), false, JudgingRows.text(given.points()), position);
            case ScoreRevised revised ->
                put(event, revised.judge(), false, JudgingRows.text(revised.points()), position);
        }
    }

    private void put(PanelEvent event, String judge, boolean recused, @Nullable String points,
            @Nullable Long scored) {
        Key key = new Key(event.entry(), judge);
        changes.merge(key, new Change(key, event.campaign(), event.category(), recused, points, scored),
                (before, now) -> new Change(key, now.campaign, now.category, before.recused || now.recused,
                        now.points == null ? before.points : now.points,
                        now.scored == null ? before.scored : now.scored));
    }

    /** The entries whose places change, in the order of {@link #judges}. */
    List<String> entries() {
        return changes.keySet().stream().map(Key::entry).toList();
    }

    /** The judges whose places change. */
    List<String> judges() {
        return changes.keySet().stream().map(Key::judge).toList();
    }

    void write(JdbcOperations jdbc, Tables tables) {
        String table = tables.of(TABLE);
        BulkInsert.<Change>into(table)
                .column("entry", "text", change -> change.key.entry)
                .column("judge", "text", change -> change.key.judge)
                .column("campaign", "text", Change::campaign)
                .column("category", "text", Change::category)
                .column("place", "text", change -> JudgingRows.place(change.key.judge, change.key.entry))
                .column("recused", "boolean", Change::recused)
                .column("points", "text", Change::points)
                .column("scored", "bigint", Change::scored)
                .onConflict("on conflict (entry, judge) do update set recused = " + table
                        + ".recused or excluded.recused, points = coalesce(excluded.points, " + table
                        + ".points), scored = coalesce(excluded.scored, " + table + ".scored)")
                .run(jdbc, new ArrayList<>(changes.values()));
    }
}
