package org.campaignledger.judging;

import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the judging slice contributes. */
@Configuration(proxyBeanMethods = false)
class JudgingConfiguration {

    @Bean
    EventTypes judgingEvents() {
        return EventTypes.of(JudgingEvent.class);
    }
}
