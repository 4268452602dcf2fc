package org.campaignledger.correction.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What corrections that were asked for would do if they took effect now. */
@Component
public class CurrentPlans {

    private final CorrectionsInTheLedger corrections;
    private final Plans plans;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;

    /** Those of this ledger's corrections. */
    public CurrentPlans(CorrectionsInTheLedger corrections, Plans plans, CampaignRulesSource rules,
            LedgerClock clock) {
        this.corrections = corrections;
        this.plans = plans;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The plan, for somebody who may see the correction.
     *
     * @throws org.campaignledger.kernel.Refused what is against it by now
     */
    public Plan of(CorrectionRequested asked) {
        String campaign = asked.campaign();
        return of(asked, campaign == null ? null : rules.rules(campaign), clock.now());
    }

    /**
     * The same on these rules; absent where there is no campaign.
     *
     * @throws org.campaignledger.kernel.Refused what is against it by now
     */
    public Plan of(CorrectionRequested asked, @Nullable CampaignRules known, Instant now) {
        CorrectionMark mark = new CorrectionMark(asked.id(), null, asked.reasonCode(), asked.reason(),
                asked.requestedBy());
        return plans.make(corrections.ask(asked), mark, known, today(known, now), (records, survivor) -> {
            // Who asked was entitled to; who decides is an admin, who reads may see the correction.
        });
    }

    /** Today in the campaign's zone; in UTC where there is no campaign. */
    public static LocalDate today(@Nullable CampaignRules known, Instant now) {
        return known == null ? now.atZone(ZoneOffset.UTC).toLocalDate() : known.dateOf(now);
    }
}
