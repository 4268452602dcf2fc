package org.campaignledger.platform.web.security;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * How the accounts in use stand, read again from the database twice a second at most. What this instance changes holds
 * at once; what another instance changes holds here after {@link #RECHECKED} at the latest.
 */
@Component
public class Standings {

    /** How old what is known of an account may be. */
    static final Duration RECHECKED = Reread.RECHECKED;

    private final Reread<Login> logins;

    /** Standings of these accounts. */
    @Autowired
    public Standings(Accounts accounts) {
        this(accounts, System::nanoTime);
    }

    Standings(Accounts accounts, LongSupplier nanoTime) {
        this.logins = new Reread<>(accounts::find, nanoTime);
    }

    /** An account was changed here, and the change is durable: everything known is read again before it is used. */
    public void changed() {
        logins.changed();
    }

    /** The account as it stands; empty if there is none. */
    public Optional<Login> of(String username) {
        return logins.of(username);
    }

    /** The name that was typed, if it is that of an account; null where it is not, or where it can't be told just now. */
    @Nullable
    String existing(@Nullable Authentication asked) {
        try {
            return asked instanceof UsernamePasswordAuthenticationToken && of(asked.getName()).isPresent()
                    ? asked.getName()
                    : null;
        } catch (DataAccessException down) {
            return null;
        }
    }

    /** Whether what was verified for this principal still holds. */
    boolean stands(SignedIn who) {
        return of(who.getName()).filter(login -> !login.disabled() && login.version() == who.version()).isPresent();
    }
}
