package org.campaignledger.platform.web.security;

import java.util.Optional;
import org.campaignledger.kernel.TokenAccess;

/** Where the door looks API tokens up; implemented by the account slice. */
public interface ApiTokens {

    /**
     * A token that is taken.
     *
     * @param id       by which it is told apart
     * @param username the account that it acts for
     * @param access   how far it comes
     */
    record Taken(String id, String username, TokenAccess access) {}

    /** The token of this hash, if it is neither ended nor past its last day; read afresh at every call. */
    Optional<Taken> find(String sha256);

    /** Notes that a token was used today; may be told of it any number of times. */
    void used(String id);
}
