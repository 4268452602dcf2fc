package org.campaignledger.judging.write;

import java.util.Base64;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The shell in which Axon loads an entry's jury, has it decide, and records what came of it. Judging and entry must still
 * stand where they stood when it was decided: nothing is scored behind the end of scoring.
 */
@Aggregate(type = "Panel")
class PanelAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private Jury jury = Jury.NONE;

    PanelAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PanelCommand.AssignJudge command, Deciding deciding, JudgingsInTheLedger ledger,
            JudgeDirectory directory) {
        AggregateLifecycle.apply(PanelDecisions.assign(command, facts(command, deciding, ledger), directory));
    }

    @CommandHandler
    void handle(PanelCommand.Recuse command, Deciding deciding, JudgingsInTheLedger ledger) {
        AggregateLifecycle.apply(PanelDecisions.recuse(command, facts(command, deciding, ledger)));
        keep(command.words());
    }

    @CommandHandler
    void handle(PanelCommand.GiveScore command, Deciding deciding, JudgingsInTheLedger ledger) {
        AggregateLifecycle.apply(PanelDecisions.score(command, facts(command, deciding, ledger)));
        keep(command.words());
    }

    private PanelDecisions.Facts facts(PanelCommand command, Deciding deciding, JudgingsInTheLedger ledger) {
        JudgingsInTheLedger.Standing<Candidate> entry = ledger.candidate(command.entry())
                .orElseThrow(Refused::notFound);
        Candidate candidate = entry.state();
        CampaignRules rules = deciding.rulesOf(candidate.campaign());
        JudgingsInTheLedger.Standing<Judging> judging = ledger.judging(candidate.campaign(), candidate.category());
        AppendContext.current().relyOn(candidate.id(), entry.sequence());
        AppendContext.current().relyOn(JudgingEvent.judging(candidate.campaign(), candidate.category()),
                judging.sequence());
        return new PanelDecisions.Facts(deciding.actor(), rules, judging.state(), candidate, jury);
    }

    private static void keep(PanelCommand.@Nullable Words words) {
        String wrapped = words == null ? null : words.wrappedKey();
        if (words != null && wrapped != null) {
            AppendContext.current().keep(new Append.PersonKey(words.subject(), Base64.getDecoder().decode(wrapped)));
        }
    }

    @EventSourcingHandler
    void on(PanelEvent event) {
        id = JudgingsInTheLedger.panel(event.entry());
        jury = jury.after(event);
    }
}
