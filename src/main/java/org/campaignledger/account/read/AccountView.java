package org.campaignledger.account.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown; never a hash.
 *
 * @param username      the user name
 * @param role          its one role
 * @param scope         unit code or category id, by role
 * @param unit          the unit that a HOST belongs to
 * @param disabled      whether it may no longer sign in
 * @param secondFactor  whether it signs in with a code as well
 * @param madeBy        who made it
 * @param passwordSetBy who set its password last
 * @param openedAt      when it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String username, Role role, @Nullable String scope, @Nullable String unit, boolean disabled,
        boolean secondFactor, String madeBy, String passwordSetBy, Instant openedAt) {}
