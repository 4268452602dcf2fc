package org.campaignledger.campaign;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the campaign slice contributes. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    EventTypes campaignEvents() {
        return EventTypes.of(CampaignEvent.class);
    }
}
