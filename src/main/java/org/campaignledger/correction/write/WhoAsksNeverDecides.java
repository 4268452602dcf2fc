package org.campaignledger.correction.write;

import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.FourEyes;

/**
 * Rule 19: who asked never decides, nor does an account that is tied to them. There is no way round it: no property, no
 * role and no other door.
 */
final class WhoAsksNeverDecides {

    private WhoAsksNeverDecides() {}

    /**
     * Passes for an ADMIN who has nothing to do with the maker. Answers what that rests on.
     *
     * @throws Refused 422 {@code maker-is-checker}, or 403 {@code wrong-role}
     */
    static FourEyes.Ties check(String maker, Actor actor, FourEyes fourEyes) {
        if (actor.role() != Role.ADMIN) {
            throw Refused.forbidden("wrong-role");
        }
        FourEyes.Ties ties = fourEyes.between(maker, actor.account());
        if (ties.tied()) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "maker-is-checker", Map.of("maker", maker));
        }
        return ties;
    }
}
