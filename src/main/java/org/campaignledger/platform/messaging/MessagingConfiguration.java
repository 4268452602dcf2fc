package org.campaignledger.platform.messaging;

import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.tracing.SpanFactory;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.ProcessingProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon on the ledger's own store. */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {

    @Bean
    LedgerTail ledgerTail(LedgerStore store, LedgerMessages messages, ProcessingProperties properties) {
        return new LedgerTail(store, messages, properties.fetchInterval().toMillis());
    }

    @Bean
    LedgerStorageEngine eventStorageEngine(LedgerStore store, EventCodec codec, LedgerMessages messages,
            LedgerTail tail) {
        return new LedgerStorageEngine(store, codec, messages, tail::appended);
    }

    /** For aggregates and appends; whoever follows the ledger uses its {@link LedgerTail}. */
    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, SpanFactory spans) {
        return EmbeddedEventStore.builder().storageEngine(engine)
                .spanFactory(DefaultEventBusSpanFactory.builder().spanFactory(spans).build()).build();
    }

    /** Lets Axon's own tokens, written with their class names, be read back; nothing else is named in what is stored. */
    @Bean
    Jackson3SerializerCustomizer tokensCanBeReadBack() {
        return builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.").build());
    }

    /**
     * Without a transaction around commands, on purpose: it would hold a connection while the append waits for its
     * batch. The append is the only thing that a command writes.
     */
    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(CorrelationDataProvider correlation, SpanFactory spans) {
        SimpleCommandBus bus = SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE)
                .spanFactory(DefaultCommandBusSpanFactory.builder().spanFactory(spans).distributedInSameTrace(true)
                        .build())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        bus.registerHandlerInterceptor(new AppendInterceptor());
        return bus;
    }
}
