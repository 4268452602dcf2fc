package org.campaignledger.account.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;

/**
 * An ADMIN is made with four eyes (rule 19), and whoever runs an issuer is two eyes at most: no claim makes one, and no
 * ADMIN account is opened on anybody's word but the ledger's own.
 */
final class AnIssuerMakesNobodyAnAdmin {

    private AnIssuerMakesNobodyAnAdmin() {}

    /**
     * Judges what an issuer would have opened.
     *
     * @throws Refused 403 {@code wrong-role}: it is not the ledger that asks; 422 {@code admin-needs-four-eyes}
     */
    static void check(Role role, Actor actor) {
        if (actor.role() != Role.SYSTEM) {
            throw Refused.forbidden("wrong-role");
        }
        if (role == Role.ADMIN) {
            throw Refused.because(Violation.of("role", "admin-needs-four-eyes"));
        }
    }
}
