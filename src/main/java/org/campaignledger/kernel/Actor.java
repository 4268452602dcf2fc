package org.campaignledger.kernel;

import org.jspecify.annotations.Nullable;

/**
 * On whose word something was done.
 *
 * @param account the user name; {@code system} for the ledger itself
 * @param role    the account's role
 * @param scope   unit code of a REPORTER or JUDGE, category id of a HOST, otherwise absent
 * @param unit    the unit that a HOST belongs to, where it belongs to one
 */
public record Actor(String account, Role role, @Nullable String scope, @Nullable String unit) {

    /** The ledger acting by itself: schedules, first accounts, expiries. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, null, null);

    /** Someone who is not signed in. */
    public static final Actor PUBLIC = new Actor("", Role.PUBLIC, null, null);
}
