package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** A register of one kind of record, made from its slice's events. */
public final class RegisterProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Ends the version that holds and begins the next; handed the same event again, it finds none to end. */
    private static final String CHANGE = """
        with ended as (
            update {table} set valid_to = ?
            where id = ? and valid_to is null and valid_from < ? returning *)
        insert into {table} (id, position, valid_from, campaign, unit, occurred_on, recorded_at, changed_at, state,
                             correction, fields, search)
        select id, position, ?, campaign, coalesce(?, unit), coalesce(?::date, occurred_on), recorded_at, ?, ?,
               coalesce(?, correction), case when ? then ?::jsonb else fields || ?::jsonb end, coalesce(?, search)
        from ended""";

    private final String name;
    private final String table;
    private final JdbcOperations jdbc;
    private final Predicate<LedgerEvent> concerns;
    private final Function<LedgerEntry, Optional<RegisterRow>> rowOf;
    private final Function<LedgerEntry, Optional<RegisterChange>> changeOf;

    /**
     * A register.
     *
     * @param name     its name, as in its path
     * @param table    its table, of the form that all registers share
     * @param concerns whether an event makes or changes a row
     * @param rowOf    the row that an event makes; empty for events of other kinds
     * @param changeOf what an event changes of a row that is there; empty for events of other kinds
     */
    public RegisterProjection(String name, String table, JdbcOperations jdbc, Predicate<LedgerEvent> concerns,
            Function<LedgerEntry, Optional<RegisterRow>> rowOf,
            Function<LedgerEntry, Optional<RegisterChange>> changeOf) {
        this.name = name;
        this.table = table;
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.rowOf = rowOf;
        this.changeOf = changeOf;
    }

    /** The register of one kind of record: recorded, amended, reversed. */
    public static <R extends Recorded> RegisterProjection ofRecords(String name, String table, JdbcOperations jdbc,
            Class<R> type, Function<R, RecordForm> form) {
        RecordVersions<R> versions = new RecordVersions<>(type, form);
        return new RegisterProjection(name, table, jdbc, versions::concerned, versions::row, versions::change);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return concerns.test(event);
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    String table() {
        return table;
    }

    /** Every record is recorded before it is changed, so that all new rows may come first. */
    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        List<RegisterRow> rows = entries.stream().map(rowOf).flatMap(Optional::stream).toList();
        BulkInsert.<RegisterRow>into(tables.of(table))
                .column("id", "text", RegisterRow::id)
                .column("position", "bigint", RegisterRow::position)
                .column("valid_from", "bigint", RegisterRow::position)
                .column("campaign", "text", RegisterRow::campaign)
                .column("unit", "text", RegisterRow::unit)
                .column("occurred_on", "date", RegisterRow::occurredOn)
                .column("recorded_at", "timestamptz", row -> row.recordedAt().atOffset(ZoneOffset.UTC))
                .column("changed_at", "timestamptz", row -> row.recordedAt().atOffset(ZoneOffset.UTC))
                .column("state", "text", RegisterRow::state)
                .column("fields", "jsonb", row -> JSON.writeValueAsString(row.fields()))
                .column("search", "text", row -> NormalForm.text(row.search()))
                .onConflict("on conflict do nothing")
                .run(jdbc, rows);
        List<Object[]> changes = entries.stream().map(changeOf).flatMap(Optional::stream)
                .map(RegisterProjection::parameters).toList();
        if (!changes.isEmpty()) {
            jdbc.batchUpdate(CHANGE.replace("{table}", tables.of(table)), changes);
        }
    }

    private static @Nullable Object[] parameters(RegisterChange change) {
        LocalDate day = change.occurredOn();
        String search = change.search();
        return new @Nullable Object[]{change.position(), change.id(), change.position(), change.position(),
                change.unit(), day == null ? null : day.toString(), change.changedAt().atOffset(ZoneOffset.UTC),
                change.state(), change.correction(), change.whole(), JSON.writeValueAsString(change.fields()),
                JSON.writeValueAsString(change.fields()), search == null ? null : NormalForm.text(search)};
    }
}
