package org.campaignledger.operation.write;

import java.sql.PreparedStatement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.operation.events.OperationEvent;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.AnAdminActs;
import org.jspecify.annotations.Nullable;

/** The shell in which giving up a dead letter is recorded, and done, in one append. */
@Aggregate(type = "DeadLetter")
class DeadLetterAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    DeadLetterAggregate() {}

    @CommandHandler
    DeadLetterAggregate(DiscardDeadLetter command, Deciding deciding) {
        AnAdminActs.check(deciding.actor());
        AggregateLifecycle.apply(command.discarded());
        AppendContext.current().alsoWrite((connection, position) -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from dead_letter where id = ?")) {
                delete.setLong(1, command.letter());
                delete.executeUpdate();
            }
        });
    }

    @EventSourcingHandler
    void on(OperationEvent event) {
        id = "dead-letter:" + event.reference().recordId();
    }
}
