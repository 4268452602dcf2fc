package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The engine on PostgreSQL: one database and one first instance, wiped for each ledger. */
final class PostgresStoreUnderTest implements StoreUnderTest, AutoCloseable {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(6, "test-reader");
    private final PostgresLedgerStore first;
    private volatile LedgerClock clock = Instant::now;

    PostgresStoreUnderTest() {
        database.run("create table side_note (note text primary key, position bigint not null)");
        first = opened();
    }

    private PostgresLedgerStore opened() {
        return new PostgresLedgerStore(readers, database.pool(2, LedgerDatabase.WRITER), () -> clock.now(),
                new SimpleMeterRegistry());
    }

    @Override
    public void close() {
        first.close();
        readers.close();
    }

    @Override
    public Ledger freshLedger(LedgerClock onClock) {
        database.wipe();
        database.run("truncate side_note");
        clock = onClock;
        return new OnPostgres();
    }

    private final class OnPostgres extends RowsBeside {

        private final List<PostgresLedgerStore> others = new ArrayList<>();

        OnPostgres() {
            super(database);
        }

        @Override
        public LedgerStore store() {
            return first;
        }

        @Override
        public LedgerStore anotherStore() {
            PostgresLedgerStore another = opened();
            others.add(another);
            return another;
        }

        @Override
        public void close() {
            others.forEach(PostgresLedgerStore::close);
        }
    }
}
