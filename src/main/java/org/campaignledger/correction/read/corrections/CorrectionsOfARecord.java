package org.campaignledger.correction.read.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.records.CorrectionsOfRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The corrections of a record, as its register shows them. */
@Component
class CorrectionsOfARecord implements CorrectionsOfRecords {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    CorrectionsOfARecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> projections() {
        return List.of(CorrectionRegister.NAME, CorrectionRecords.NAME);
    }

    @Override
    public List<Map<String, Object>> of(String recordId, Collection<String> others, long asOf) {
        return jdbc.sql("""
            select id, position, state, fields from correction_register
            where valid_from <= :asOf and (valid_to is null or valid_to > :asOf)
              and (fields ->> 'recordId' = :record or fields ->> 'into' = :record or id = any(:others)
                   or id in (select correction from correction_record where record = :record))
            order by position""").param("asOf", asOf).param("record", recordId).param("others", others.toArray(
                String[]::new))
                .query((row, number) -> item(row)).list();
    }

    private Map<String, Object> item(ResultSet row) throws SQLException {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", row.getString("id"));
        item.put("position", row.getLong("position"));
        item.put("state", row.getString("state"));
        item.putAll(json.readValue(row.getString("fields"), OBJECT));
        return item;
    }
}
