package org.campaignledger.platform.ops;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.processing.ProcessingProperties;
import org.campaignledger.platform.processing.Processors;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the projections follow the ledger. One that lags is told as a figure and is well; one that stands still behind it
 * is not. No part of readiness: all instances share the projections, so that all of them would be taken out at once, with
 * commands that need none (docs/decisions/0015).
 */
@Component("following")
class ProjectionsHealth implements HealthIndicator {

    private final Processors processors;
    private final ProjectionPositions positions;
    private final ProcessingProperties properties;

    ProjectionsHealth(Processors processors, ProjectionPositions positions, ProcessingProperties properties) {
        this.processors = processors;
        this.positions = positions;
        this.properties = properties;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<String> stalled = new ArrayList<>();
        try {
            for (String name : processors.projections().keySet()) {
                health.withDetail(name, positions.lagEvents(name));
                if (positions.standsStillSeconds(name) > properties.stalledAfter().toSeconds()) {
                    stalled.add(name);
                }
            }
        } catch (RuntimeException gone) {
            return Health.down().withDetail("store", "can't be reached").build();
        }
        return stalled.isEmpty() ? health.build() : health.down().withDetail("stalled", stalled).build();
    }
}
