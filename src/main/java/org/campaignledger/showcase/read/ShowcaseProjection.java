package org.campaignledger.showcase.read;

import java.time.ZoneOffset;
import java.util.List;
import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.EntryAmended;
import org.campaignledger.entry.events.EntryCorrected;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.events.EntryRecommended;
import org.campaignledger.entry.events.EntryRejected;
import org.campaignledger.entry.events.EntryReversed;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.AwardRevoked;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every work as it may come to be shown, with the award that it was granted last. What is personal stays encrypted. */
@Component
class ShowcaseProjection implements Projection {

    static final String NAME = "showcase";
    static final String TABLE = "showcase_work";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT = "update {table} set content = ?::jsonb, unit = ? where entry = ?";
    private static final String RECOMMENDED = """
        update {table} set recommended_on = ?::date, told_at = ?::timestamptz, told_by = ? where entry = ?""";
    private static final String GONE = "update {table} set gone = true where entry = ?";
    private static final String AWARDED = """
        update {table} set award = ?, level = ?, rank = ?, score = ?, told_at = ?::timestamptz, told_by = ?
        where entry = ?""";
    private static final String REVOKED = """
        update {table} set award = null, level = null, rank = null, score = null, told_at = ?::timestamptz, told_by = ?
        where entry = ? and award = ?""";

    private final JdbcOperations jdbc;

    ShowcaseProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return event instanceof EntryEvent || event instanceof AwardGranted || event instanceof AwardRevoked;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** By entry: an award is of another aggregate, and must not overtake the work that it was granted to. */
    @Override
    public String sequenceOf(LedgerEntry entry) {
        return switch (entry.event()) {
            case AwardGranted granted -> granted.entry();
            case AwardRevoked revoked -> revoked.award().entry();
            default -> entry.aggregateId();
        };
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        String table = tables.of(TABLE);
        BulkInsert.<EntrySubmitted>into(table)
                .column("entry", "text", EntrySubmitted::id)
                .column("campaign", "text", EntrySubmitted::campaign)
                .column("category", "text", EntrySubmitted::category)
                .column("unit", "text", EntrySubmitted::unit)
                .column("content", "jsonb", submitted -> JSON.writeValueAsString(submitted.content()))
                .onConflict("on conflict do nothing")
                .run(jdbc, entries.stream().map(LedgerEntry::event).filter(EntrySubmitted.class::isInstance)
                        .map(EntrySubmitted.class::cast).toList());
        entries.forEach(entry -> change(entry, table));
    }

    private void change(LedgerEntry entry, String table) {
        Object at = entry.recordedAt().atOffset(ZoneOffset.UTC);
        switch (entry.event()) {
            case EntryAmended amended -> content(table, amended.id(), amended.before().unit(), amended.after());
            case EntryCorrected corrected ->
                content(table, corrected.id(), corrected.after().unit(), corrected.after().content());
            case EntryRecommended recommended -> update(RECOMMENDED, table, recommended.occurredOn().toString(), at,
                    entry.position(), recommended.id());
            case EntryRejected rejected -> update(GONE, table, rejected.id());
            case EntryWithdrawn withdrawn -> update(GONE, table, withdrawn.id());
            case EntryDisqualified disqualified -> update(GONE, table, disqualified.id());
            case EntryReversed reversed -> update(GONE, table, reversed.id());
            case AwardGranted granted -> update(AWARDED, table, granted.id(), granted.level(), granted.rank(),
                    granted.score(), at, entry.position(), granted.entry());
            case AwardRevoked revoked ->
                update(REVOKED, table, at, entry.position(), revoked.award().entry(), revoked.award().id());
            default -> {
                // Tells nothing of what is shown.
            }
        }
    }

    private void content(String table, String entry, String unit, Content content) {
        update(CONTENT, table, JSON.writeValueAsString(content), unit, entry);
    }

    private void update(String sql, String table, Object... parameters) {
        jdbc.update(sql.replace("{table}", table), parameters);
    }
}
