package org.campaignledger.mobilization;

import org.campaignledger.mobilization.events.MobilizationEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mobilization slice contributes. */
@Configuration(proxyBeanMethods = false)
class MobilizationConfiguration {

    @Bean
    EventTypes mobilizationEvents() {
        return EventTypes.of(MobilizationEvent.class);
    }
}
