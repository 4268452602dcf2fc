package org.campaignledger.platform.web.security;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** HTTP Basic: a password with every request and nothing else, which is enough for accounts without a second factor. */
final class PasswordAlone implements AuthenticationManager {

    private final AuthenticationManager passwords;
    private final Standings standings;

    PasswordAlone(AuthenticationManager passwords, Standings standings) {
        this.passwords = passwords;
        this.standings = standings;
    }

    /** The password was right, and the account has a second factor. */
    static final class SecondFactorNeeded extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        SecondFactorNeeded() {
            super("the account has a second factor");
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Authentication verified = passwords.authenticate(asked);
        // Tokens were given to programs on purpose, by whoever is signed in.
        SignedIn who = asked instanceof UsernamePasswordAuthenticationToken ? Doorkeeper.signedIn(verified) : null;
        try {
            if (who != null && standings.of(who.getName()).filter(Login::secondFactor).isPresent()) {
                SecondFactorNeeded needed = new SecondFactorNeeded();
                needed.setAuthenticationRequest(asked);
                throw needed;
            }
        } catch (DataAccessException down) {
            throw new AuthenticationServiceException("accounts can't be looked up", down);
        }
        return verified;
    }
}
