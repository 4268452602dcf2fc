package org.campaignledger.outreach.write.holdevent;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.outreach.events.OutreachEvent;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon has the record of an outreach event decide, and records what came of it. */
@Aggregate(type = "HeldEvent")
class HeldEventAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    HeldEventAggregate() {}

    @CommandHandler
    HeldEventAggregate(HoldEvent command, Deciding deciding) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(HeldEvents.decide(command, deciding.actor(), rules, deciding.today(rules)));
    }

    @EventSourcingHandler
    void on(OutreachEvent event) {
        id = event.id();
    }
}
