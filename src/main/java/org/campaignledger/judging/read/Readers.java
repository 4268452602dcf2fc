package org.campaignledger.judging.read;

import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Who may ask about the judging of a category; to a host of another one there is none. */
final class Readers {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private Readers() {}

    /**
     * The actor, who has one of these roles.
     *
     * @throws Refused 403 another role; 404 no such category, or another host's
     */
    static Actor of(CampaignRulesSource rules, String campaign, String category, Role... roles) {
        Actor actor = CurrentActor.require(roles);
        boolean known = rules.rules(campaign).categories().containsKey(category);
        if (!known || actor.role() == Role.HOST && !category.equals(actor.scope())) {
            throw Refused.notFound();
        }
        return actor;
    }

    /**
     * How much a page holds at most.
     *
     * @throws Refused 422 {@code limit-out-of-range}
     */
    static int limit(@Nullable Integer asked) {
        int limit = asked == null ? DEFAULT_LIMIT : asked;
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.refuseIfAny();
        return limit;
    }
}
