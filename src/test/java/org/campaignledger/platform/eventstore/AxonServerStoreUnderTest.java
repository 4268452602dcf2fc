package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine on Axon Server: one context for all, in which each ledger begins behind what the others have left there,
 * and one database, wiped for each ledger.
 */
final class AxonServerStoreUnderTest implements StoreUnderTest, AutoCloseable {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(6, "test-reader");
    private final AxonServerConnection connection;

    AxonServerStoreUnderTest(String address) {
        connection = TestAxonServer.connect(address);
        database.run("create table side_note (note text primary key, position bigint not null)");
    }

    @Override
    public void close() {
        readers.close();
        connection.disconnect();
    }

    @Override
    public Ledger freshLedger(LedgerClock clock) {
        database.wipe();
        database.run("truncate side_note, axon_server_ledger, axon_server_run");
        return new OnAxonServer(clock);
    }

    private final class OnAxonServer extends RowsBeside {

        private final List<AxonServerLedgerStore> stores = new ArrayList<>();
        private final LedgerClock clock;

        OnAxonServer(LedgerClock clock) {
            super(database);
            this.clock = clock;
            anotherStore();
        }

        @Override
        public LedgerStore store() {
            return stores.getFirst();
        }

        @Override
        public LedgerStore anotherStore() {
            stores.add(new AxonServerLedgerStore(connection::eventChannel, readers,
                    database.pool(2, LedgerDatabase.WRITER), clock, new SimpleMeterRegistry(),
                    AxonServerSettings.DEFAULT));
            return stores.getLast();
        }

        @Override
        public void close() {
            stores.forEach(AxonServerLedgerStore::close);
        }
    }
}
