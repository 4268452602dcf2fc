package org.campaignledger.propagandist.write.recruitpropagandist;

import java.util.Base64;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.propagandist.events.PropagandistEvent;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon has the record of a propagandist decide, and records what came of it. */
@Aggregate(type = "Propagandist")
class PropagandistAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    PropagandistAggregate() {}

    @CommandHandler
    PropagandistAggregate(RecruitPropagandist command, Deciding deciding) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(Propagandist.decide(command, deciding.actor(), rules, deciding.today(rules)));
        AppendContext.current().keep(new Append.PersonKey(command.subject(),
                Base64.getDecoder().decode(command.wrappedKey())));
    }

    @EventSourcingHandler
    void on(PropagandistEvent event) {
        id = event.id();
    }
}
