package org.campaignledger.account.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** A password is set by who holds the account, or by an ADMIN. */
final class OnlyTheHolderOrAnAdminSetsAPassword {

    private OnlyTheHolderOrAnAdminSetsAPassword() {}

    /**
     * Refuses everyone else alike, whether there is such an account or not.
     *
     * @throws Refused 403 {@code wrong-role}
     */
    static void check(String username, Actor actor) {
        // The ledger itself sets those of the first accounts, after a restore.
        if (actor.role() != Role.ADMIN && actor.role() != Role.SYSTEM && !actor.account().equals(username)) {
            throw Refused.forbidden("wrong-role");
        }
    }
}
