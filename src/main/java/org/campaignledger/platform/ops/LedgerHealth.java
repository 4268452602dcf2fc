package org.campaignledger.platform.ops;

import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.ProcessingProperties;
import org.campaignledger.platform.processing.Processors;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger can be used. A projection that lags is told as a figure and is well; one that stands still behind
 * the ledger is not.
 */
@Component("ledger")
class LedgerHealth implements HealthIndicator {

    private final LedgerStore store;
    private final Processors processors;
    private final ProjectionPositions positions;
    private final ProcessingProperties properties;

    LedgerHealth(LedgerStore store, Processors processors, ProjectionPositions positions,
            ProcessingProperties properties) {
        this.store = store;
        this.processors = processors;
        this.positions = positions;
        this.properties = properties;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        try {
            health.withDetail("head", store.head());
            for (String name : processors.projections().keySet()) {
                double stands = positions.standsStillSeconds(name);
                health.withDetail(name, positions.lagEvents(name));
                if (stands > properties.stalledAfter().toSeconds()) {
                    health.down().withDetail("stalled", name);
                }
            }
        } catch (RuntimeException gone) {
            return Health.down().withDetail("store", "can't be reached").build();
        }
        return health.build();
    }
}
