package org.campaignledger.judging.write;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** A host assigns judges, opens and closes judging in its own category, and nobody else does. */
final class AHostRunsItsOwnCategory {

    private AHostRunsItsOwnCategory() {}

    /**
     * Passes for a host of the category.
     *
     * @throws Refused 404 a host of another one; 403 another role
     */
    static void check(Actor actor, String category) {
        if (actor.role() != Role.HOST) {
            throw Refused.forbidden("wrong-role");
        }
        if (!category.equals(actor.scope())) {
            throw Refused.notFound();
        }
    }
}
