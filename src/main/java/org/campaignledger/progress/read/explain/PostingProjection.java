package org.campaignledger.progress.read.explain;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Every posting as a row, so that a figure can be explained down to its events. */
@Component
public class PostingProjection implements Projection {

    /** The projection's name. */
    public static final String NAME = "postings";

    static final String TABLE = "posting";

    private final JdbcOperations jdbc;

    /** The projection into this database. */
    public PostingProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        List<PostingRow> rows = new ArrayList<>(entries.size() * 2);
        entries.forEach(entry -> addRows(entry, rows));
        BulkInsert.<PostingRow>into(tables.of(TABLE))
                .column("position", "bigint", PostingRow::position)
                .column("ordinal", "smallint", row -> (short) row.ordinal())
                .column("campaign", "text", PostingRow::campaign)
                .column("metric", "text", row -> row.posting().metric().id())
                .column("unit", "text", row -> row.posting().unit())
                .column("category", "text", row -> row.posting().category())
                .column("amount", "bigint", row -> row.posting().amount())
                .column("occurred_on", "date", row -> row.posting().occurredOn())
                .column("record_id", "text", PostingRow::recordId)
                .column("type", "text", PostingRow::type)
                .column("recorded_at", "timestamptz", row -> row.recordedAt().atOffset(ZoneOffset.UTC))
                .onConflict("on conflict (position, ordinal) do nothing")
                .run(jdbc, rows);
    }

    private static void addRows(LedgerEntry entry, List<PostingRow> rows) {
        List<Posting> postings = entry.event().postings();
        if (postings.isEmpty()) {
            return;
        }
        Reference reference = entry.event().reference();
        String campaign = reference.campaign();
        if (campaign == null) {
            return;
        }
        for (int i = 0; i < postings.size(); i++) {
            rows.add(new PostingRow(entry.position(), i, campaign, postings.get(i), reference.recordId(),
                    entry.type(), entry.recordedAt()));
        }
    }
}
