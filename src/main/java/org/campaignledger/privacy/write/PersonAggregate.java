package org.campaignledger.privacy.write;

import java.sql.PreparedStatement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.platform.eventstore.SideWrite;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.privacy.events.PrivacyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The shell in which Axon loads what was done with a person's data, has it decide, and records what came of it; the key
 * is destroyed in the append of the receipt. One stream for each person: of two who erase at once, one is too late.
 */
@Aggregate(type = "Person")
class PersonAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private Person person = Person.UNTOUCHED;

    PersonAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PrivacyCommand.ErasePersonalData command, Deciding deciding) {
        AggregateLifecycle.apply(person.erase(command, deciding.actor()));
        AppendContext.current().alsoWrite(destroyingTheKeyOf(command.subject()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PrivacyCommand.RevealPersonalData command, Deciding deciding) {
        AggregateLifecycle.apply(person.reveal(command, deciding.actor()));
    }

    /** No row is fine: keys that were lost can't be read any more, and the receipt keeps a restore from bringing it. */
    private static SideWrite destroyingTheKeyOf(String subject) {
        return (connection, position) -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from person_key where subject = ?")) {
                delete.setString(1, subject);
                delete.executeUpdate();
            }
        };
    }

    @EventSourcingHandler
    void on(PrivacyEvent event) {
        id = PrivacyCommand.aggregateId(event.subject());
        person = person.evolve(event);
    }
}
