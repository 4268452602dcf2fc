package org.campaignledger.entry.write;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.OfficeHolders;

/**
 * Rule 14: a HOST that belongs to a unit does not accept, reject or disqualify entries of that unit: another host of the
 * category or an ADMIN does, and an ADMIN does nothing else (it records nothing itself).
 */
final class AHostLeavesItsOwnUnitToOthers {

    private AHostLeavesItsOwnUnitToOthers() {}

    /**
     * Passes for a host of the category that does not belong to the entry's unit, and for an ADMIN where one does.
     *
     * @throws Refused 404 an entry of another category; 403 another role, or an ADMIN where hosts can act; 422
     *                 {@code own-unit}
     */
    static void check(Entry entry, Actor actor, CampaignRules rules, OfficeHolders holders) {
        if (actor.role() == Role.HOST) {
            if (!entry.category().equals(actor.scope())) {
                throw Refused.notFound();
            }
            if (belongs(actor, entry, rules)) {
                throw Refused.because(Violation.of("", "own-unit"));
            }
        } else if (actor.role() != Role.ADMIN) {
            throw Refused.forbidden("wrong-role");
        } else if (holders.hostsOf(entry.category()).stream().noneMatch(host -> belongs(host, entry, rules))) {
            throw Refused.forbidden("hosts-can-act");
        }
    }

    /** Whether the entry is of the unit to which a host belongs, or of a sub-unit of it. */
    private static boolean belongs(Actor host, Entry entry, CampaignRules rules) {
        return rules.isWithin(entry.unit(), host.unit());
    }
}
