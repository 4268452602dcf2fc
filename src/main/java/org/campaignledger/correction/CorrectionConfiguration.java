package org.campaignledger.correction;

import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the correction slice contributes. */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    EventTypes correctionEvents() {
        return EventTypes.of(CorrectionEvent.class);
    }
}
