package org.campaignledger.privacy.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** Rule 24: beyond those who recorded them, a person's data are shown to an auditor or admin who states a reason. */
final class AnAdminOrAuditorReveals {

    private AnAdminOrAuditorReveals() {}

    /**
     * Passes for an ADMIN and an AUDITOR.
     *
     * @throws Refused 403 {@code wrong-role} otherwise
     */
    static void check(Actor actor) {
        if (actor.role() != Role.ADMIN && actor.role() != Role.AUDITOR) {
            throw Refused.forbidden("wrong-role");
        }
    }
}
