package org.campaignledger.judging.write;

import java.time.LocalDate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * The shell in which Axon loads the judging of a category, has it decide, and records what came of it. What it is comes
 * from the ledger itself, since it depends on positions.
 */
@Aggregate(type = "Judging")
class JudgingAggregate {

    static final String TYPE = "Judging";

    @AggregateIdentifier
    private @Nullable String id;

    JudgingAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JudgingCommand.OpenJudging command, Deciding deciding, JudgingsInTheLedger ledger) {
        AggregateLifecycle.apply(JudgingDecisions.open(command, state(command, ledger), deciding.actor(),
                deciding.rulesOf(command.campaign())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JudgingCommand.DrawJudges command, Deciding deciding, JudgingsInTheLedger ledger, Draws draws) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        JudgingDecisions.mayDraw(state(command, ledger), deciding.actor(), rules, command.category());
        Draws.Drawn drawn = draws.draw(command, rules);
        AggregateLifecycle.apply(drawn.event());
        draws.write(drawn);
    }

    @CommandHandler
    void handle(JudgingCommand.EndScoring command, Deciding deciding, JudgingsInTheLedger ledger) {
        AggregateLifecycle.apply(JudgingDecisions.end(command, state(command, ledger), deciding.actor(),
                deciding.rulesOf(command.campaign())));
    }

    @CommandHandler
    void handle(JudgingCommand.CloseJudging command, Deciding deciding, JudgingsInTheLedger ledger,
            Closing closing) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        Judging judging = state(command, ledger);
        JudgingDecisions.mayClose(judging, deciding.actor(), rules, command.category());
        AggregateLifecycle.apply(closing.close(command, judging, day(deciding, rules)));
    }

    @CommandHandler
    void handle(JudgingCommand.GrantAward command, Deciding deciding, JudgingsInTheLedger ledger, Awards awards) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(awards.grant(command, state(command, ledger), deciding.actor(), rules,
                day(deciding, rules)));
    }

    @CommandHandler
    void handle(JudgingCommand.RevokeAward command, Deciding deciding, JudgingsInTheLedger ledger, Awards awards) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(awards.revoke(command, state(command, ledger), deciding.actor(), rules,
                day(deciding, rules)));
    }

    private static Judging state(JudgingCommand command, JudgingsInTheLedger ledger) {
        return ledger.judging(command.campaign(), command.category()).state();
    }

    private static LocalDate day(Deciding deciding, CampaignRules rules) {
        return rules.businessDay(deciding.today(rules));
    }

    @EventSourcingHandler
    void on(JudgingEvent event) {
        id = JudgingEvent.judging(event.campaign(), event.category());
    }
}
