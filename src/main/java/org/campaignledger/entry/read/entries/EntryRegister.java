package org.campaignledger.entry.read.entries;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterRows;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries as they are kept for queries. */
@Component
class EntryRegister {

    private final RegisterProjection projection;
    private final JdbcClient jdbc;
    private final Freshness freshness;
    private final RegisterRows rows;

    EntryRegister(JdbcOperations operations, JdbcClient jdbc, Freshness freshness, RegisterRows rows) {
        this.projection = new RegisterProjection(EntryProjection.NAME, EntryProjection.TABLE, operations,
                event -> false, entry -> Optional.empty(), entry -> Optional.empty());
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.rows = rows;
    }

    /** By name and table; what fills it is {@link EntryProjection}. */
    RegisterProjection projection() {
        return projection;
    }

    /**
     * The campaign of an entry.
     *
     * @throws Refused 404 if there is no such entry; 503 if the register is behind
     */
    String campaignOf(String id, @Nullable Long waitFor) {
        freshness.awaitProjection(EntryProjection.NAME, waitFor);
        return jdbc.sql("select campaign from entry_register where id = ? and valid_to is null").param(id)
                .query(String.class).optional().orElseThrow(Refused::notFound);
    }

    /** These entries as they stand, by id. */
    Map<String, Map<String, Object>> standing(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.standing(projection, ids).stream()
                        .collect(Collectors.toMap(row -> String.valueOf(row.get("id")), Function.identity()));
    }

    /** The entry of this receipt, if there is one. */
    List<String> ofReceipt(String campaign, String receipt) {
        return jdbc.sql("""
            select id from entry_register where campaign = ? and fields ->> 'receipt' = ? and valid_to is null""")
                .param(campaign).param(receipt).query(String.class).list();
    }
}
