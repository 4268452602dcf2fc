package org.campaignledger.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a register as it holds now, for those who look at its records together: what was taken back is not in it. */
@Component
public class RecordsInForce {

    private static final String IN_FORCE = " where campaign = :campaign and valid_to is null"
            + " and state not in ('REVERSED', 'MERGED')";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /** The registers of this database. */
    public RecordsInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record as it holds now.
     *
     * @param id         the record
     * @param position   the position at which it was made
     * @param unit       the unit or sub-unit it is of
     * @param occurredOn its business date
     * @param fields     what else its register keeps of it, ciphertexts included
     */
    public record InForce(String id, long position, String unit, LocalDate occurredOn, JsonNode fields) {}

    /** All of a campaign, in the order in which they were made. */
    public List<InForce> of(RegisterProjection register, String campaign) {
        return jdbc.sql(select(register) + " order by position").param("campaign", campaign)
                .query((row, number) -> record(row)).list();
    }

    /** Those of them with these ids. */
    public List<InForce> of(RegisterProjection register, String campaign, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(select(register) + " and id = any(:ids) order by position").param("campaign", campaign)
                        .param("ids", ids.toArray(String[]::new)).query((row, number) -> record(row)).list();
    }

    /** Whether a version of a record of the campaign began or ended after this position. */
    public boolean changedSince(RegisterProjection register, String campaign, long position) {
        return jdbc.sql("select exists (select from " + register.table()
                + " where campaign = :campaign and (valid_from > :position or valid_to > :position))")
                .param("campaign", campaign).param("position", position).query(Boolean.class).single();
    }

    /** Its unit, its business date and these of its fields, as far as it has them, for showing. */
    public Map<String, Object> fields(InForce record, String... names) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unit", record.unit());
        shown.put("occurredOn", record.occurredOn());
        for (String name : names) {
            JsonNode value = record.fields().get(name);
            if (value != null) {
                shown.put(name, json.convertValue(value, Object.class));
            }
        }
        return shown;
    }

    private static String select(RegisterProjection register) {
        return "select id, position, unit, occurred_on, fields from " + register.table() + IN_FORCE;
    }

    private InForce record(ResultSet row) throws SQLException {
        return new InForce(row.getString("id"), row.getLong("position"), row.getString("unit"),
                row.getObject("occurred_on", LocalDate.class), json.readTree(row.getString("fields")));
    }
}
