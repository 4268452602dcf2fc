package org.campaignledger.platform.messaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.SpanFactory;
import org.campaignledger.platform.eventstore.AxonServerLedgerStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Commands by way of Axon Server, where the events are kept there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ledger.event-store", havingValue = "axon-server")
public class DistributedCommands {

    /** A command waits for its batch, and for Axon Server's word on it. */
    private static final Duration LEAVING = Duration.ofSeconds(10);

    /**
     * The bus that everyone uses; this instance's handlers are behind it. A thread for each command that is handled,
     * since it waits for its batch there: a few threads would bound the batches.
     */
    @Bean
    @Primary
    RoutedCommandBus routedCommandBus(AxonServerConnectionManager connections, AxonServerConfiguration configuration,
            @Qualifier("localSegment") CommandBus local, @Qualifier("messageSerializer") Serializer serializer,
            AxonServerLedgerStore store, SpanFactory spans) {
        TravellingNames names = new TravellingNames(store.name());
        AxonServerCommandBus routing = AxonServerCommandBus.builder().axonServerConnectionManager(connections)
                .configuration(configuration).localSegment(new HandlingSegment(local, names)).serializer(serializer)
                .routingStrategy(AnnotationRoutingStrategy.defaultStrategy())
                .spanFactory(DefaultCommandBusSpanFactory.builder().spanFactory(spans).distributedInSameTrace(true)
                        .build())
                .executorServiceBuilder((settings, queue) -> Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new RoutedCommandBus(routing, names, () -> connections.getConnection().isConnected(),
                routing::disconnect);
    }

    @Bean
    LeavesTheBus leavesTheBus(RoutedCommandBus bus) {
        return new LeavesTheBus(bus::leave, LEAVING);
    }
}
