package org.campaignledger.platform.web.security.oidc;

import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whom an issuer vouches for, as what.
 *
 * @param issuer   its identifier
 * @param subject  its own name for the person, never given to another
 * @param username the name of the account; may be given to another later
 * @param role     the one role of the ledger that its claims stand for; absent if they stand for none
 * @param scope    unit code or category id, by role
 * @param unit     the unit that a HOST belongs to
 */
public record VouchedFor(
        String issuer, String subject, String username, @Nullable Role role, @Nullable String scope,
        @Nullable String unit) {

    /** Without what tells who it is. */
    @Override
    public String toString() {
        return "VouchedFor[" + issuer + ", " + role + "]";
    }
}
