package org.campaignledger.seal.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log's name: given or made once, then kept. */
final class Origin {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;

    Origin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The name of this log.
     *
     * @throws LogRefused the log was begun under another name, or this is not one
     */
    String agreed(@Nullable String configured, Supplier<String> random) {
        String asked = configured == null ? "" : configured.strip();
        boolean given = !asked.isEmpty();
        if (given && (asked.length() > LONGEST || !asked.matches("[^\\s+\\p{Cntrl}]+"))) {
            throw new LogRefused("ledger.log.origin is a name without spaces and plus signs");
        }
        jdbc.sql("""
            insert into seal_log (origin, size, root) values (?, 0, sha256(''::bytea)) on conflict do nothing""")
                .param(given ? asked : random.get()).update();
        String kept = jdbc.sql("select origin from seal_log").query(String.class).single();
        if (given && !kept.equals(asked)) {
            throw new LogRefused("This log's origin is " + kept + ", and ledger.log.origin can't change it");
        }
        return kept;
    }
}
