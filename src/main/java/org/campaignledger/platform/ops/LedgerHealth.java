package org.campaignledger.platform.ops;

import org.campaignledger.platform.eventstore.AxonServerLedgerStore;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger can be reached. Part of readiness: an instance that cannot is no use to anybody. Appends that came late
 * are told as a detail: it takes somebody to look, and taking instances out would not help.
 */
@Component("ledger")
class LedgerHealth implements HealthIndicator {

    private final LedgerStore store;
    private final ObjectProvider<AxonServerLedgerStore> onAxonServer;

    LedgerHealth(LedgerStore store, ObjectProvider<AxonServerLedgerStore> onAxonServer) {
        this.store = store;
        this.onAxonServer = onAxonServer;
    }

    @Override
    public Health health() {
        try {
            Health.Builder health = Health.up().withDetail("head", store.head());
            onAxonServer.ifAvailable(axon -> health.withDetail("lateAppends", axon.lateAppends()));
            return health.build();
        } catch (RuntimeException gone) {
            return Health.down().withDetail("store", "can't be reached").build();
        }
    }
}
