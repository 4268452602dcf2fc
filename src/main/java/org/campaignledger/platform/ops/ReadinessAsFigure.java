package org.campaignledger.platform.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Readiness among the metrics ({@code ledger.ready}): what alerts can be made of, with its history. */
@Component
class ReadinessAsFigure {

    private static final String READINESS = "readiness";

    private final ObjectProvider<HealthEndpoint> health;

    ReadinessAsFigure(ObjectProvider<HealthEndpoint> health, MeterRegistry registry) {
        this.health = health;
        Gauge.builder("ledger.ready", this, ReadinessAsFigure::asFigure)
                .description("1 while this instance takes requests, 0 while it does not").register(registry);
    }

    private double asFigure() {
        HealthEndpoint endpoint = health.getIfAvailable();
        HealthDescriptor told = endpoint == null ? null : endpoint.healthForPath(READINESS);
        return told != null && Status.UP.equals(told.getStatus()) ? 1 : 0;
    }
}
