package org.campaignledger.correction.write;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.correction.model.Correction;
import org.campaignledger.platform.correction.RequestCorrection;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon loads a correction, has it decide, and records what came of it. */
@Aggregate(type = "Correction")
class CorrectionAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private @Nullable Correction correction;

    CorrectionAggregate() {}

    @CommandHandler
    CorrectionAggregate(RequestCorrection command, Requests requests) {
        AggregateLifecycle.apply(requests.decide(command));
    }

    /** The effect is written behind the approval, in the same append. */
    @CommandHandler
    void handle(CorrectionCommand.ApproveCorrection command, Decisions decisions) {
        Decisions.Approval approval = decisions.approve(known(), command);
        AggregateLifecycle.apply(approval.event());
        decisions.write(approval);
    }

    @CommandHandler
    void handle(CorrectionCommand.RejectCorrection command, Decisions decisions) {
        AggregateLifecycle.apply(decisions.reject(known(), command));
    }

    @CommandHandler
    void handle(CorrectionCommand.WithdrawCorrection command, Decisions decisions) {
        AggregateLifecycle.apply(decisions.withdraw(known()));
    }

    @CommandHandler
    void handle(CorrectionCommand.ExpireCorrection command, Decisions decisions) {
        AggregateLifecycle.apply(decisions.expire(known()));
    }

    private Correction known() {
        return Objects.requireNonNull(correction);
    }

    @EventSourcingHandler
    void on(CorrectionEvent event) {
        id = event.id();
        correction = Correction.evolve(correction, event);
    }
}
