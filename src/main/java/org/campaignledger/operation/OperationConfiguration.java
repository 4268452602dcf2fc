package org.campaignledger.operation;

import org.campaignledger.operation.events.OperationEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operation slice contributes. */
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    @Bean
    EventTypes operationEvents() {
        return EventTypes.of(OperationEvent.class);
    }
}
