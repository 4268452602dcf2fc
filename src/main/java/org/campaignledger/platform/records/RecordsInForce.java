package org.campaignledger.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a register as it holds now, for those who look at its records together: what was taken back is not in it. */
@Component
public class RecordsInForce {

    private static final String IN_FORCE = " where campaign = :campaign and valid_to is null"
            + " and state not in ('REVERSED', 'MERGED')";

    private static final int AT_ONCE = 1_000;

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

    /**
     * Hands over those of a campaign that were made last, the newest first, some at a time: no more of them are held than
     * the caller keeps. Within a transaction, without which the database would hand over all at once.
     *
     * @param most   how many at most
     * @param reader is given up to a thousand at a time
     */
    public void newest(RegisterProjection register, String campaign, int most, Consumer<List<InForce>> reader) {
        List<InForce> some = new ArrayList<>(AT_ONCE);
        jdbc.sql(select(register) + " order by position desc limit :most").param("campaign", campaign)
                .param("most", most).withFetchSize(AT_ONCE).query((ResultSet row) -> {
                    some.add(record(row));
                    if (some.size() == AT_ONCE) {
                        reader.accept(List.copyOf(some));
                        some.clear();
                    }
                });
        if (!some.isEmpty()) {
            reader.accept(some);
        }
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
