package org.campaignledger.platform.tracing;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Traces ({@code ledger.tracing.*}).
 *
 * @param enabled  whether there are any; without, there is no exporter, no thread and no header
 * @param endpoint where spans are sent, by OTLP over HTTP
 * @param ratio    of all requests that bring no trace of their own, how many are traced: 0 to 1
 * @param timeout  how long one sending may take
 */
@ConfigurationProperties("ledger.tracing")
public record TracingProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://localhost:4318/v1/traces") URI endpoint, @DefaultValue("0.1") double ratio,
        @DefaultValue("5s") Duration timeout) {

    /**
     * Checks the ratio.
     *
     * @throws IllegalArgumentException it is no part of a whole
     */
    public TracingProperties {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ledger.tracing.ratio is a number from 0 to 1, not " + ratio);
        }
    }
}
