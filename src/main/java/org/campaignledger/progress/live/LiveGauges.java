package org.campaignledger.progress.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Metric;

/** Every metric of every campaign's plan as gauges: {@code ledger.progress} and {@code ledger.target}. */
final class LiveGauges {

    private final MeterRegistry registry;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    LiveGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the figures of these campaigns; those that are shown already stay. */
    void show(Set<String> campaigns, LiveProgress live) {
        campaigns.stream().filter(shown::add).forEach(campaign -> live.read(campaign, Now::state)
                .ifPresent(state -> state.definition().targets().forEach(target -> show(campaign, target, live))));
    }

    private void show(String campaign, Definition.Target target, LiveProgress live) {
        String id = target.metric();
        Metric.of(id).ifPresent(metric -> Gauge
                .builder("ledger.progress", live, now -> now.read(campaign, at -> at.balance().total(metric)).orElse(
                        0L))
                .description("What has been reached, nationally").tag("campaign", campaign).tag("metric", id)
                .register(registry));
        if (target.target() != null) {
            Gauge.builder("ledger.target", live,
                    now -> now.read(campaign, at -> at.state().targets().getOrDefault(id, 0L)).orElse(0L))
                    .description("What is to be reached, nationally").tag("campaign", campaign).tag("metric", id)
                    .register(registry);
        }
    }
}
