package org.campaignledger.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of a register as it is answered: what all registers have, then the fields of its kind. */
final class RegisterItem {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {
    };
    private static final JsonMapper JSON = JsonMapper.shared();

    private RegisterItem() {}

    static Map<String, Object> of(ResultSet row, int number) throws SQLException {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", row.getString("id"));
        item.put("position", row.getLong("position"));
        item.put("recordedAt", row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        item.put("campaign", row.getString("campaign"));
        String unit = row.getString("unit");
        if (unit != null) {
            item.put("unit", unit);
        }
        item.put("occurredOn", row.getObject("occurred_on", LocalDate.class));
        item.put("state", row.getString("state"));
        item.put("since", row.getLong("valid_from"));
        item.put("changedAt", row.getObject("changed_at", OffsetDateTime.class).toInstant());
        String correction = row.getString("correction");
        if (correction != null) {
            item.put("correction", correction);
        }
        item.putAll(JSON.readValue(row.getString("fields"), OBJECT));
        return item;
    }
}
