package org.campaignledger.architecture.violators.alpha.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.campaignledger.architecture.violators.alpha.events.AlphaHappened;
import org.campaignledger.architecture.violators.alpha.read.AlphaView;
import org.springframework.util.StringUtils;

/** Violates rules 2 and 3: a decision that reads a view and a clock, throws dice, and uses Spring and Axon. */
public final class AlphaDecides {

    private AlphaDecides() {}

    /** Decides. */
    public static AlphaHappened decide(AlphaView view) {
        AlphaHappened happened = new AlphaHappened(StringUtils.capitalize(view.name()) + Instant.now() + UUID
                .randomUUID());
        AggregateLifecycle.apply(happened);
        return happened;
    }
}
