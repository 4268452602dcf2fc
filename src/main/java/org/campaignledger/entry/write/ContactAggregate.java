package org.campaignledger.entry.write;

import java.util.Base64;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.entry.events.ContactNamed;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.AnAdminActs;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon has a contact decide, and records what came of it. */
@Aggregate(type = "Contact")
class ContactAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    ContactAggregate() {}

    @CommandHandler
    ContactAggregate(NameContact command, Deciding deciding) {
        AnAdminActs.check(deciding.actor());
        Checks checks = new Checks();
        AContactAnswersForAHost.check(deciding.rulesOf(command.campaign()), command.category(), command.host(), checks);
        checks.refuseIfAny();
        AggregateLifecycle.apply(new ContactNamed(command.id(), command.campaign(), command.category(),
                command.host(), command.subject(), command.person(), command.shown()));
        AppendContext.current().keep(new Append.PersonKey(command.subject(),
                Base64.getDecoder().decode(command.wrappedKey())));
    }

    @EventSourcingHandler
    void on(ContactNamed event) {
        id = event.id();
    }
}
