package org.campaignledger.mobilization.write.mobilizeunit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.mobilization.events.MobilizationEvent;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon has a mobilization decide, and records what came of it. */
@Aggregate(type = "Mobilization")
class MobilizationAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    MobilizationAggregate() {}

    @CommandHandler
    MobilizationAggregate(MobilizeUnit command, Deciding deciding) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(Mobilization.decide(command, deciding.actor(), rules, deciding.today(rules)));
    }

    @EventSourcingHandler
    void on(MobilizationEvent event) {
        id = event.id();
    }
}
