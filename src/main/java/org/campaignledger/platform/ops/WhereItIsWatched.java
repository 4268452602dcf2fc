package org.campaignledger.platform.ops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at which port metrics are to be had: unless one is given it is another at every start. */
@Component
class WhereItIsWatched {

    private static final Logger LOG = LoggerFactory.getLogger(WhereItIsWatched.class);

    /** Told when the port is known. */
    @EventListener
    public void listening(WebServerInitializedEvent started) {
        if ("management".equals(started.getApplicationContext().getServerNamespace())) {
            LOG.info("Metrics for whoever runs the service: port {}, /actuator/prometheus (management.server.port)",
                    started.getWebServer().getPort());
        }
    }
}
