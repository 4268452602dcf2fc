package org.campaignledger.measure;

import org.campaignledger.measure.events.MeasureEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the measure slice contributes. */
@Configuration(proxyBeanMethods = false)
class MeasureConfiguration {

    @Bean
    EventTypes measureEvents() {
        return EventTypes.of(MeasureEvent.class);
    }
}
