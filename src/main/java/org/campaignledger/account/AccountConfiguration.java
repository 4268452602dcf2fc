package org.campaignledger.account;

import org.campaignledger.account.events.AccountEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the account slice contributes. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    EventTypes accountEvents() {
        return EventTypes.of(AccountEvent.class);
    }
}
