package org.campaignledger.propagandist;

import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.propagandist.events.PropagandistEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the propagandist slice contributes. */
@Configuration(proxyBeanMethods = false)
class PropagandistConfiguration {

    @Bean
    EventTypes propagandistEvents() {
        return EventTypes.of(PropagandistEvent.class);
    }
}
