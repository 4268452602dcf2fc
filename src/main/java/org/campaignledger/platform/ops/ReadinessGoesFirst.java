package org.campaignledger.platform.ops;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first step of a stop. Readiness is out already, everything else still works: so whoever distributes requests can
 * notice before the door is shut, and no request is refused meanwhile. Then streams are ended and told to come back, the
 * door waits for what is under way, processors hand over their claims, and the database goes last.
 */
@Component
class ReadinessGoesFirst {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessGoesFirst.class);

    private final ApplicationContext context;
    private final Duration notice;

    /** {@code ledger.shutdown-notice} is how long is waited. */
    ReadinessGoesFirst(ApplicationContext context, @Value("${ledger.shutdown-notice:0s}") Duration notice) {
        this.context = context;
        this.notice = notice;
    }

    /** Waits, once, when this context is asked to close. */
    @EventListener
    public void closing(ContextClosedEvent closed) {
        if (closed.getApplicationContext() != context || !notice.isPositive()) {
            return;
        }
        LOG.info("No longer ready; still serving for {}", notice);
        try {
            Thread.sleep(notice);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
