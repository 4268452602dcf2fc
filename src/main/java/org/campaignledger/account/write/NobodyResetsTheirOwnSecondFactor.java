package org.campaignledger.account.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;

/** Whoever sits down at an open session of an ADMIN is not to rid that account of its second factor. */
final class NobodyResetsTheirOwnSecondFactor {

    private NobodyResetsTheirOwnSecondFactor() {}

    /**
     * Somebody else does it.
     *
     * @throws Refused 403 {@code own-second-factor}
     */
    static void check(String username, Actor actor) {
        if (actor.account().equals(username)) {
            throw Refused.forbidden("own-second-factor");
        }
    }
}
