package org.campaignledger.platform.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.campaignledger.platform.messaging.LedgerTail;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One pooled streaming processor for each projection: tails the ledger, takes batches, is taken over by another
 * instance when this one dies. A projection that is not configured, or the reverse, fails the start.
 */
@Component
public class Processors implements SmartLifecycle, DisposableBean {

    /** Between two tries of a coordinator that fails again and again. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Map<String, PooledStreamingEventProcessor> processors = new LinkedHashMap<>();
    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon()
            .name("processor-worker-", 0).factory());
    private volatile boolean running;

    /** Makes the processors; they start with the context and stop with it. */
    public Processors(List<Projection> all, ProcessingProperties properties, LedgerTail tail,
            ClaimsOfWhatStands tokens,
            TransactionManager axonTransactions, PlatformTransactionManager transactions, JdbcClient jdbc,
            DeadLetters deadLetters, ProjectionPositions positions, MeterRegistry registry,
            ObjectProvider<SpanFactory> spans) {
        ProjectionSpans traced = new ProjectionSpans(spans.getIfAvailable(() -> NoOpSpanFactory.INSTANCE));
        FiguresOfTheDatabase figures = new FiguresOfTheDatabase();
        coordinators = new CoordinatorThread(properties.tokenClaimInterval().compareTo(LONGEST_PAUSE) > 0
                ? properties.tokenClaimInterval()
                : LONGEST_PAUSE);
        properties.mustNameExactly(all.stream().map(Projection::name).toList());
        for (Projection projection : all) {
            String name = projection.name();
            ProjectionWriter writer = new ProjectionWriter(projection, jdbc, deadLetters, transactions);
            tokens.watch(name, writer);
            projections.put(name, projection);
            processors.put(name, PooledStreamingEventProcessor.builder()
                    .name(name)
                    .eventHandlerInvoker(
                            new ProjectionInvoker(projection, writer, traced,
                                    position -> positions.reached(name, position)))
                    .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                    .messageSource(tail.of(projection::concerns))
                    .tokenStore(tokens)
                    .transactionManager(axonTransactions)
                    .coordinatorExecutor(coordinators)
                    .workerExecutor(workers)
                    .initialSegmentCount(1)
                    .initialToken(source -> source.createTailToken())
                    .batchSize(properties.of(name).batchSize())
                    .tokenClaimInterval(properties.tokenClaimInterval().toMillis())
                    .claimExtensionThreshold(properties.claimExtension().toMillis())
                    .build());
            Gauge.builder("ledger.processor.lag.events", () -> figures.ask(() -> positions.lagEvents(name)))
                    .description("Ledger events that the projection has not taken in yet")
                    .tag("processor", name).register(registry);
            Gauge.builder("ledger.processor.lag.seconds", () -> figures.ask(() -> positions.lagSeconds(name)))
                    .description("For how long what the projection has not taken in has been in the ledger").baseUnit(
                            "seconds")
                    .tag("processor", name).register(registry);
            Gauge.builder("ledger.processor.still", () -> figures.ask(() -> positions.standsStillSeconds(name)))
                    .description("For how long the projection has been behind the ledger without moving")
                    .baseUnit("seconds").tag("processor", name).register(registry);
            Gauge.builder("ledger.dead.letters", () -> figures.ask(() -> deadLetters.count(name)))
                    .description("Events that the projection could not take in").tag("processor", name)
                    .register(registry);
        }
    }

    /** The projections by name, in the order in which they were found. */
    public Map<String, Projection> projections() {
        return Map.copyOf(projections);
    }

    /** Whether this instance works on the projection now; another one may. */
    public boolean worksOn(String name) {
        PooledStreamingEventProcessor processor = processors.get(name);
        return processor != null && processor.processingStatus().values().stream().anyMatch(s -> !s.isErrorState());
    }

    @Override
    public void start() {
        processors.values().forEach(PooledStreamingEventProcessor::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        processors.values().stream().map(PooledStreamingEventProcessor::shutdownAsync).toList()
                .forEach(stopping -> stopping.completeOnTimeout(null, Duration.ofSeconds(10).toMillis(),
                        TimeUnit.MILLISECONDS).join());
    }

    /** Only at the very end: a context that was paused starts its processors again. */
    @Override
    public void destroy() {
        workers.shutdown();
        coordinators.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the tail and before the door, so that requests that are served to their end still see what they wrote. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_096;
    }
}
