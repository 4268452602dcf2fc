package org.campaignledger.platform.eventstore;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is waited where the events are kept in Axon Server. Where it is and how to sign in to it stands under
 * {@code axon.axonserver}.
 *
 * @param patience    how long one of its answers is waited for
 * @param lockTimeout how long a batch waits for its turn among all writers of the ledger
 * @param settleAfter how old an append of unknown outcome must be before its absence from the context means that it
 *                    was not written; longer than Axon Server can possibly take for an append
 */
@ConfigurationProperties("ledger.axon-server")
public record AxonServerSettings(
        @DefaultValue("5s") Duration patience, @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("15s") Duration settleAfter) {

    /** The defaults. */
    public static final AxonServerSettings DEFAULT = new AxonServerSettings(Duration.ofSeconds(5), Duration.ofSeconds(
            10), Duration.ofSeconds(15));

    /**
     * Checks that they fit together.
     *
     * @throws IllegalArgumentException an append could be given up before it is certain that it was not written
     */
    public AxonServerSettings {
        if (settleAfter.compareTo(patience.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("ledger.axon-server.settle-after must be at least twice the patience");
        }
    }
}
