package org.campaignledger.platform.web.security;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.ExistingVisibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rule 6: a refusal names the earlier record only to whom that record may be shown. */
@Component
class ExistingIsShownWithinScope implements ExistingVisibility {

    private final CampaignRulesSource rules;

    ExistingIsShownWithinScope(CampaignRulesSource rules) {
        this.rules = rules;
    }

    @Override
    public boolean maySee(Refused.Existing existing) {
        Actor actor = CurrentActor.get();
        return switch (actor.role()) {
            case ADMIN, AUDITOR -> true;
            case REPORTER -> isWithin(existing.unit(), actor.scope());
            // A host enters works of its own category alone, and what stands in their way is of that category too.
            case HOST -> true;
            case PUBLIC, JUDGE, SYSTEM -> false;
        };
    }

    private boolean isWithin(@Nullable String unit, @Nullable String scope) {
        return unit != null && rules.campaigns().stream()
                .anyMatch(campaign -> rules.rules(campaign).isWithin(unit, scope));
    }
}
