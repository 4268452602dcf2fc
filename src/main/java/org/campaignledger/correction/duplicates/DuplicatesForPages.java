package org.campaignledger.correction.duplicates;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.DuplicateSource;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages show of likely duplicates is what the door answers. */
@Component
class DuplicatesForPages implements DuplicateSource {

    /** Pairs stand side by side: a page of fifty is longer than anybody reads. */
    private static final int PAIRS = 20;

    private final LikelyDuplicates duplicates;
    private final CampaignRulesSource rules;

    DuplicatesForPages(LikelyDuplicates duplicates, CampaignRulesSource rules) {
        this.duplicates = duplicates;
        this.rules = rules;
    }

    @Override
    public Object page(String campaign, @Nullable String kind, @Nullable String unit, boolean dismissed,
            @Nullable String after, Language language) {
        Actor actor = CurrentActor.require(Role.ADMIN, Role.AUDITOR, Role.REPORTER);
        DuplicateParameters asked = new DuplicateParameters(kind, unit, null, dismissed, PAIRS, after, null)
                .checked(duplicates.kinds().keySet());
        return duplicates.shown(rules.rules(campaign), actor, asked, language).page();
    }
}
