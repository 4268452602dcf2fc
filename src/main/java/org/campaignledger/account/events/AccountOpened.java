package org.campaignledger.account.events;

import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Someone may sign in.
 *
 * @param username user name, case kept
 * @param role     the one role
 * @param scope    unit code, category id or absent, by role
 * @param unit     the unit that a HOST belongs to
 * @param madeBy   the account that made it; {@code system} for the two first (rule 19 depends on it); for one that was
 *                 opened on an issuer's word, {@link #BY_ISSUER} and the issuer
 */
public record AccountOpened(
        String username, Role role, @Nullable String scope, @Nullable String unit,
        String madeBy) implements AccountEvent {

    /** Stands before the issuer; no user name begins like this. */
    public static final String BY_ISSUER = "oidc:";

    /** A user name is given once, for good. */
    @Override
    public List<Claim> claims() {
        return List.of(new Claim("username", username));
    }
}
