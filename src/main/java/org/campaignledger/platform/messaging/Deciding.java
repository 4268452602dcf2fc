package org.campaignledger.platform.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.springframework.stereotype.Component;

/**
 * What a command handler's shell gives to the pure decision behind it: the campaign's rules, the date, who asks. Every
 * handler can name it as a parameter.
 */
@Component
public class Deciding {

    private final CampaignRulesSource rules;
    private final LedgerClock clock;

    /** Decisions on these rules and this clock. */
    public Deciding(CampaignRulesSource rules, LedgerClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The rules of a campaign. What is decided on them is written only if they still hold (rule 5).
     *
     * @throws org.campaignledger.kernel.Refused 404 if there is no such campaign
     */
    public CampaignRules rulesOf(String campaign) {
        CampaignRules known = rules.rules(campaign);
        AppendContext.current().relyOnCampaign(campaign, known.version());
        return known;
    }

    /** The ledger's instant. */
    public Instant now() {
        return clock.now();
    }

    /** Today in the campaign's time zone. */
    public LocalDate today(CampaignRules campaign) {
        return campaign.dateOf(clock.now());
    }

    /** Who gave the command that is being handled. */
    public Actor actor() {
        Map<String, ?> metadata = CurrentUnitOfWork.get().getMessage().getMetaData();
        return ActorMetadata.read(metadata);
    }
}
