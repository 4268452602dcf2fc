package org.campaignledger.measure.write.filemeasure;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.measure.events.MeasureEvent;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon has a measure decide, and records what came of it. */
@Aggregate(type = "Measure")
class MeasureAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    MeasureAggregate() {}

    @CommandHandler
    MeasureAggregate(FileMeasure command, Deciding deciding) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(Measure.decide(command, deciding.actor(), rules, deciding.today(rules)));
    }

    @EventSourcingHandler
    void on(MeasureEvent event) {
        id = event.id();
    }
}
