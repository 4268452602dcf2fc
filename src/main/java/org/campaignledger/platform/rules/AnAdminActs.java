package org.campaignledger.platform.rules;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** Campaigns are run by admins, and by the ledger's own schedule. */
public final class AnAdminActs {

    private AnAdminActs() {}

    /**
     * Passes for an ADMIN and for the ledger itself.
     *
     * @throws Refused 403 {@code wrong-role} otherwise
     */
    public static void check(Actor actor) {
        if (actor.role() != Role.ADMIN && actor.role() != Role.SYSTEM) {
            throw Refused.forbidden("wrong-role");
        }
    }
}
