package org.campaignledger.account.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.campaignledger.kernel.TokenAccess;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown; never the token, nor its hash.
 *
 * @param id        by which it is told apart
 * @param name      what its holder calls it
 * @param access    how far it comes
 * @param madeAt    when it was made
 * @param usedOn    the day on which it was used last; absent if it never was
 * @param expiresOn the last day on which it is taken
 * @param state     whether it is taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        String id, String name, TokenAccess access, Instant madeAt, @Nullable LocalDate usedOn, LocalDate expiresOn,
        State state) {

    /** Whether a token is taken. */
    enum State {

        /** It is. */
        ACTIVE,
        /** Its last day is over. */
        EXPIRED,
        /** Somebody ended it, or the account was given a new password, or is disabled. */
        REVOKED
    }
}
