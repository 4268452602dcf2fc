package org.campaignledger.campaign.write;

import java.time.LocalDate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.AnAdminActs;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon loads a campaign, has it decide, and records what came of it. */
@Aggregate(type = "Campaign")
class CampaignAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private @Nullable Campaign campaign;

    CampaignAggregate() {}

    @CommandHandler
    CampaignAggregate(CampaignCommand.OpenCampaign command, Deciding deciding) {
        AnAdminActs.check(deciding.actor());
        CampaignDecisions.open(command, deciding.now()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(CampaignCommand.OpenPhase command, Deciding deciding) {
        decide(command, deciding);
    }

    @CommandHandler
    void handle(CampaignCommand.ClosePhase command, Deciding deciding) {
        decide(command, deciding);
    }

    @CommandHandler
    void handle(CampaignCommand.ExtendPhase command, Deciding deciding) {
        decide(command, deciding);
    }

    @CommandHandler
    void handle(CampaignCommand.OpenSubUnit command, Deciding deciding) {
        decide(command, deciding);
    }

    @CommandHandler
    void handle(CampaignCommand.CloseCampaign command, Deciding deciding) {
        decide(command, deciding);
    }

    private void decide(CampaignCommand command, Deciding deciding) {
        AnAdminActs.check(deciding.actor());
        Campaign now = java.util.Objects.requireNonNull(campaign);
        LocalDate today = deciding.now().atZone(now.zone()).toLocalDate();
        CampaignDecisions.decide(now, command, today).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        id = event.campaign();
        campaign = Campaign.evolve(campaign, event);
    }
}
