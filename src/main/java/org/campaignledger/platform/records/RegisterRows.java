package org.campaignledger.platform.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a register by their ids, whoever asks: what is shown of them is for the caller to decide. */
@Component
public class RegisterRows {

    private final JdbcClient jdbc;

    /** Rows of the registers of this database. */
    public RegisterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that there are, as they stand now. */
    public List<Map<String, Object>> standing(RegisterProjection register, Collection<String> ids) {
        return jdbc.sql("select " + RegisterQuery.COLUMNS + " from " + register.table()
                + " where id in (:ids) and valid_to is null").param("ids", ids).query(RegisterItem::of).list();
    }
}
