package org.campaignledger.account.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;

/** A second factor is what its holder has: nobody enrols one for somebody else, or uses their recovery codes. */
final class OnlyItsHolderEnrols {

    private OnlyItsHolderEnrols() {}

    /**
     * Refuses everyone else alike, whether there is such an account or not.
     *
     * @throws Refused 403 {@code wrong-role}
     */
    static void check(String username, Actor actor) {
        if (!actor.account().equals(username)) {
            throw Refused.forbidden("wrong-role");
        }
    }
}
