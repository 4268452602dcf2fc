package org.campaignledger.account.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;

/** A token acts in its account's name, so nobody but the account's holder makes one, an ADMIN neither (rule 19). */
final class OnlyTheHolderMakesATokenForPrograms {

    private OnlyTheHolderMakesATokenForPrograms() {}

    /**
     * Refuses everyone else alike, whether there is such an account or not.
     *
     * @throws Refused 403 {@code not-the-holder}
     */
    static void check(String username, Actor actor) {
        if (!actor.account().equals(username)) {
            throw Refused.forbidden("not-the-holder");
        }
    }
}
