package org.campaignledger.campaign.automation;

import java.time.LocalDate;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.campaign.read.CampaignCatalog;
import org.campaignledger.campaign.write.CampaignCommand;
import org.campaignledger.campaign.write.PhasesFollowTheSchedule;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.messaging.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rule 3: gives the commands that the schedule asks for. Any number of instances may do so: the second finds the phase
 * open or closed already.
 */
@Component
public class WhenTheDayComesPhasesOpenAndClose {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTheDayComesPhasesOpenAndClose.class);

    private final CampaignCatalog catalog;
    private final Commands commands;
    private final LedgerClock clock;

    WhenTheDayComesPhasesOpenAndClose(CampaignCatalog catalog, Commands commands, LedgerClock clock) {
        this.catalog = catalog;
        this.commands = commands;
        this.clock = clock;
    }

    /** Looks at every campaign, and does what is due. */
    @Scheduled(fixedDelayString = "${ledger.schedule-interval:15s}", initialDelayString = "${ledger.schedule-interval:15s}")
    public void look() {
        for (String id : catalog.campaigns()) {
            try {
                Campaign campaign = catalog.campaign(id);
                LocalDate today = clock.now().atZone(campaign.zone()).toLocalDate();
                PhasesFollowTheSchedule.due(campaign, today).forEach(this::give);
            } catch (RuntimeException later) {
                LOG.warn("The schedule of campaign {} is looked at again later: {}", id, later.toString());
            }
        }
    }

    private void give(CampaignCommand due) {
        try {
            commands.send(due, Commands.Origin.system());
        } catch (Refused alreadyDone) {
            LOG.debug("Not due any more: {} ({})", due, alreadyDone.code());
        } catch (AppendFailure later) {
            LOG.warn("Due, and tried again later: {} ({})", due, later.getMessage());
        }
    }
}
