package org.campaignledger.platform.eventstore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The engine on PostgreSQL keeps the contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEventStoreContractTest implements EventStoreContract {

    private final PostgresStoreUnderTest engine = new PostgresStoreUnderTest();

    @Override
    public StoreUnderTest engine() {
        return engine;
    }

    @AfterAll
    void close() {
        engine.close();
    }
}
