package org.campaignledger.platform.eventstore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine on Axon Server keeps the contract. */
@ExtendWith(TestAxonServer.IsNeeded.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxonServerEventStoreContractTest implements EventStoreContract {

    private final AxonServerStoreUnderTest engine = new AxonServerStoreUnderTest(
            TestAxonServer.address().orElseThrow());

    @Override
    public StoreUnderTest engine() {
        return engine;
    }

    @AfterAll
    void close() {
        engine.close();
    }
}
