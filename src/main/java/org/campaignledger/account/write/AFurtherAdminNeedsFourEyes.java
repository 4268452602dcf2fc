package org.campaignledger.account.write;

import java.util.Optional;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;

/** Nobody makes an ADMIN alone; the first two are made by the ledger itself. */
final class AFurtherAdminNeedsFourEyes {

    private AFurtherAdminNeedsFourEyes() {}

    static Optional<Violation> check(Role role, Actor actor) {
        return role == Role.ADMIN && actor.role() != Role.SYSTEM
                ? Optional.of(Violation.of("role", "admin-needs-four-eyes"))
                : Optional.empty();
    }
}
