package org.campaignledger.platform.web.security;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by user name and password. A wrong password, an unknown name and a disabled account are one answer, given
 * after the same work.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Standings standings;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final RememberedPairs pairs = new RememberedPairs(System::nanoTime);

    PasswordSignIn(Standings standings, Passwords passwords, SignInThrottle throttle) {
        this.standings = standings;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        try {
            Login login = verified(username, password, address(asked.getDetails()));
            return signedIn(new SignedIn(login.actor(), login.version()), asked.getDetails());
        } catch (Refused busy) {
            throw new AuthenticationServiceException("too many passwords are being verified", busy);
        } catch (DataAccessException down) {
            throw new AuthenticationServiceException("accounts can't be looked up", down);
        }
    }

    /** The address that the rate limits go by as well. */
    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    }

    /** What was verified lately meets no throttle; everything else does, before it is hashed. */
    private Login verified(String username, String password, String address) {
        ByteBuffer pair = pairs.fingerprint(username, password);
        Optional<Login> standing = standings.of(username).filter(login -> !login.disabled());
        @Nullable
        Login login = standing.orElse(null);
        if (login != null && pairs.holds(pair, login.version())) {
            return login;
        }
        SignInThrottle.Attempt attempt = throttle.attempt(username, address, pair);
        attempt.mayBegin(); // nobody queues for a place only to be refused there
        try {
            boolean matches = passwords.matches(password, login == null ? null : login.password(),
                    () -> isKnown(login, pair, attempt));
            if (login == null || !matches) {
                throw new BadCredentialsException("bad credentials");
            }
            attempt.succeeded();
            pairs.remember(pair, login.version());
            return login;
        } finally {
            attempt.ended();
        }
    }

    private boolean isKnown(@Nullable Login login, ByteBuffer pair, SignInThrottle.Attempt attempt) {
        if (login != null && pairs.holds(pair, login.version())) {
            return true;
        }
        attempt.begin();
        return false;
    }

    private static Authentication signedIn(SignedIn who, @Nullable Object details) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(who, null,
                List.of(new SimpleGrantedAuthority("ROLE_" + who.actor().role())));
        authentication.setDetails(details);
        return authentication;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
