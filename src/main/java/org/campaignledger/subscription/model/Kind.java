package org.campaignledger.subscription.model;

import java.util.Locale;
import java.util.Set;
import org.campaignledger.kernel.Role;

/** What one can be told of. */
public enum Kind {

    /** The week's figures, on a weekday at an hour of the campaign's zone. */
    WEEKLY_DIGEST(Set.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR)),
    /** A unit is behind its share of today's plan by so many percent of it. */
    UNIT_BEHIND_PLAN(Set.of(Role.REPORTER, Role.ADMIN, Role.AUDITOR)),
    /** A correction waits undecided for so many hours. */
    CORRECTION_WAITING(Set.of(Role.REPORTER, Role.ADMIN, Role.AUDITOR)),
    /** An import was refused, given up, or left rows unwritten. */
    IMPORT_FAILED(Set.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR)),
    /** The sealed log is behind the ledger by so many positions, or for so many seconds. */
    SEAL_BACKLOG(Set.of(Role.ADMIN, Role.AUDITOR));

    private final Set<Role> roles;

    Kind(Set<Role> roles) {
        this.roles = roles;
    }

    /** Roles that may subscribe to it: those whose queries answer what it tells. */
    public Set<Role> roles() {
        return roles;
    }

    /** As the type of a webhook's message: lower case with hyphens. */
    public String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
