package org.campaignledger.entry;

import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the entry slice contributes. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

    @Bean
    @org.springframework.context.annotation.Fallback
    org.campaignledger.platform.rules.JudgingDesk nobodyJudges() {
        return new org.campaignledger.platform.rules.JudgingDesk() {

            @Override
            public boolean isOpen(String campaign, String category) {
                return false;
            }

            @Override
            public boolean isAssigned(String judge, String entry) {
                return false;
            }

            @Override
            public java.util.List<String> assigned(String judge, String campaign,
                    @org.jspecify.annotations.Nullable String after, int limit) {
                return java.util.List.of();
            }
        };
    }

    @Bean
    EventTypes entryEvents() {
        return EventTypes.of(EntryEvent.class);
    }
}
