package org.campaignledger.platform.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the processors work.
 *
 * @param projections        settings of each projection, by name: all of them, and none that is not there
 * @param tokenClaimInterval how often an unclaimed projection is looked for
 * @param claimExtension     how often a claim is renewed at the latest
 * @param claimTimeout       after which the projections of a dead instance are taken over
 * @param stalledAfter       a projection behind the ledger that has not moved for so long is unhealthy
 * @param fetchInterval      how often events of other instances are looked for
 */
@ConfigurationProperties("ledger.processing")
public record ProcessingProperties(
        Map<String, Settings> projections, @DefaultValue("500ms") Duration tokenClaimInterval,
        @DefaultValue("1500ms") Duration claimExtension, @DefaultValue("5s") Duration claimTimeout,
        @DefaultValue("60s") Duration stalledAfter, @DefaultValue("100ms") Duration fetchInterval) {

    /**
     * Settings of one projection.
     *
     * @param batchSize events taken in with one transaction at most
     */
    public record Settings(@DefaultValue("500") int batchSize) {}

    Settings of(String name) {
        Settings settings = projections.get(name);
        if (settings == null) {
            throw new IllegalStateException("projection " + name + " is not configured");
        }
        return settings;
    }

    void mustNameExactly(Collection<String> inCode) {
        TreeSet<String> configured = new TreeSet<>(projections.keySet());
        TreeSet<String> found = new TreeSet<>(inCode);
        if (!configured.equals(found)) {
            throw new IllegalStateException("ledger.processing.projections names " + configured
                    + ", but the projections are " + found);
        }
    }
}
