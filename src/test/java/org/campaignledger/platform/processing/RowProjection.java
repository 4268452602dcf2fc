package org.campaignledger.platform.processing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.TestEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A projection that keeps a row for each event, twice if it takes it in twice, and that can be made to fail. What it
 * does beside that is decided by the test.
 */
final class RowProjection implements Projection {

    /** Called inside the transaction, before the rows are written. */
    @FunctionalInterface
    interface Before {

        void writing(List<LedgerEntry> entries, Tables tables);
    }

    private final String name;
    private final JdbcClient jdbc;
    private final List<Long> handed = Collections.synchronizedList(new ArrayList<>());
    private volatile Before before = (entries, tables) -> {};

    RowProjection(String name, JdbcClient jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    /** Its table, with what a rebuild must bring along: constraints, and indexes of several kinds. */
    static void createTable(LedgerDatabase database, String name) {
        String table = tableOf(name);
        database.run("create table " + table + " (id bigint generated always as identity primary key,"
                + " position bigint not null check (position > 0), aggregate text not null, name text not null,"
                + " shown boolean default true)",
                "create index " + table + "_by_position on " + table + " (position)",
                "create index " + table + "_by_aggregate on " + table + " (aggregate, position desc)",
                "create index " + table + "_shown on " + table + " (name) where shown",
                "create unique index " + table + "_once on " + table + " (lower(name), id)");
    }

    static String tableOf(String name) {
        return "test_" + name;
    }

    /** What to do before rows are written, such as throwing. */
    void before(Before what) {
        before = what;
    }

    /** Positions in the order in which they were handed over, those of rolled back transactions included. */
    List<Long> handed() {
        return List.copyOf(handed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> tables() {
        return List.of(tableOf(name));
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        if (tables.equals(Tables.LIVE)) {
            entries.forEach(entry -> handed.add(entry.position()));
        }
        before.writing(entries, tables);
        String sql = "insert into " + tables.of(tableOf(name)) + " (position, aggregate, name)"
                + " select * from unnest(?::bigint[], ?::text[], ?::text[])";
        jdbc.sql(sql).params(entries.stream().map(LedgerEntry::position).toArray(Long[]::new),
                entries.stream().map(LedgerEntry::aggregateId).toArray(String[]::new),
                entries.stream().map(TestEvents::nameIn).toArray(String[]::new)).update();
    }
}
