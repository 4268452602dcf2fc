package org.campaignledger.platform.records;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** A register of one kind of record, made from its slice's events. */
public final class RegisterProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final String table;
    private final JdbcOperations jdbc;
    private final Function<LedgerEntry, Optional<RegisterRow>> rowOf;

    /**
     * A register.
     *
     * @param name  its name, as in its path
     * @param table its table, of the form that all registers share
     * @param rowOf the row that an event makes; empty for events of other kinds
     */
    public RegisterProjection(String name, String table, JdbcOperations jdbc,
            Function<LedgerEntry, Optional<RegisterRow>> rowOf) {
        this.name = name;
        this.table = table;
        this.jdbc = jdbc;
        this.rowOf = rowOf;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    String table() {
        return table;
    }

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
                .column("state", "text", RegisterRow::state)
                .column("fields", "jsonb", row -> JSON.writeValueAsString(row.fields()))
                .column("search", "text", row -> NormalForm.text(row.search()))
                .onConflict("on conflict do nothing")
                .run(jdbc, rows);
    }
}
