package org.campaignledger.entry;

import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the entry slice contributes. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    EventTypes entryEvents() {
        return EventTypes.of(EntryEvent.class);
    }
}
