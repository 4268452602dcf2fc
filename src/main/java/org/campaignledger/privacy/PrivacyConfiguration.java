package org.campaignledger.privacy;

import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.privacy.events.PrivacyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the privacy slice contributes. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    EventTypes privacyEvents() {
        return EventTypes.of(PrivacyEvent.class);
    }
}
