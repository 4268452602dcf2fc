package org.campaignledger.platform.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** What the writer tells about itself: batch size and latency, what waits, what was refused and why. */
final class WriterMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter unavailable;
    private final Counter unknown;
    private final Counter queueFull;

    WriterMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batchSize = DistributionSummary.builder("ledger.append.batch.size")
                .description("Appends written in one transaction").publishPercentileHistogram().register(registry);
        this.batchTime = Timer.builder("ledger.append.batch.time")
                .description("From taking a batch to its commit").publishPercentileHistogram().register(registry);
        this.unavailable = outcome("unavailable");
        this.unknown = outcome("unknown");
        this.queueFull = outcome("queue-full");
    }

    private Counter outcome(String reason) {
        return Counter.builder("ledger.append.refused").description("Appends not written, by reason")
                .tag("reason", reason).register(registry);
    }

    void queueDepth(Collection<?> queue) {
        registry.gaugeCollectionSize("ledger.append.queue", java.util.List.of(), queue);
    }

    void batch(int appends, long nanos) {
        batchSize.record(appends);
        batchTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused(AppendFailure failure) {
        outcome(switch (failure) {
            case AppendFailure.Conflict c -> "conflict";
            case AppendFailure.ConditionFailed c -> "condition";
            case AppendFailure.ClaimTaken c -> "claim";
            case AppendFailure.AlreadyAnswered a -> "answered-before";
            case AppendFailure.Unavailable u -> "unavailable";
            case AppendFailure.OutcomeUnknown u -> "unknown";
            case AppendFailure.Rejected r -> "rejected";
        }).increment();
    }

    void refusedByFullQueue() {
        queueFull.increment();
    }

    void unavailable() {
        unavailable.increment();
    }

    void unknown(int appends) {
        unknown.increment(appends);
    }
}
