package org.campaignledger.outreach;

import org.campaignledger.outreach.events.OutreachEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the outreach slice contributes. */
@Configuration(proxyBeanMethods = false)
class OutreachConfiguration {

    @Bean
    EventTypes outreachEvents() {
        return EventTypes.of(OutreachEvent.class);
    }
}
