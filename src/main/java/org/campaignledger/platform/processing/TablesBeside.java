package org.campaignledger.platform.processing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a rebuild, beside a projection's live ones; each method within the caller's transaction. */
final class TablesBeside {

    private final JdbcClient jdbc;

    TablesBeside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty ones, in the place of what an earlier rebuild may have left. */
    void make(Projection projection) {
        drop(projection);
        for (String table : projection.tables()) {
            jdbc.sql("create table " + Tables.REBUILD.of(table) + " (like " + table + " including all)").update();
        }
    }

    /** Drops them where they are there. */
    void drop(Projection projection) {
        projection.tables().forEach(table -> jdbc.sql("drop table if exists " + Tables.REBUILD.of(table)).update());
    }

    /** Puts them in the place of the live ones, which are dropped. */
    void takeOver(Projection projection) {
        projection.tables().forEach(this::takeOver);
    }

    /** The new table gets the old one's names, those of its indexes included, so that the next rebuild finds them. */
    private void takeOver(String table) {
        String fresh = Tables.REBUILD.of(table);
        List<String> indexes = indexes(table);
        if (indexes.size() != indexes(fresh).size()) {
            throw new IllegalStateException("an upgrade has changed table " + table + " during its rebuild");
        }
        jdbc.sql("drop table " + table).update();
        jdbc.sql("alter table " + fresh + " rename to " + table).update();
        List<String> made = indexes(table);
        for (int i = 0; i < indexes.size(); i++) {
            if (!made.get(i).equals(indexes.get(i)) && !made.contains(indexes.get(i))) {
                jdbc.sql("alter index " + made.get(i) + " rename to " + indexes.get(i)).update();
            }
        }
    }

    private List<String> indexes(String table) {
        return jdbc.sql("""
            select indexname from pg_indexes where schemaname = 'public' and tablename = ?
            order by regexp_replace(indexdef, '^.* USING ', ''), indexname""")
                .param(table).query(String.class).list();
    }
}
