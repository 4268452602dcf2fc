package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Asks whoever acts in a browser for their password once more, before what would let somebody at an open browser stay: a
 * new password, a second factor of theirs (OWASP ASVS 6.2.3). HTTP Basic brings it with every request, and is not asked.
 * Tries count as those at sign-in: a browser left open is no place for guessing.
 */
@Component
public final class PresentPassword {

    private static final String FIELD = "presentPassword";
    private static final String WRONG = "wrong-password";
    /** In UTF-16 units; a password has at most 200 characters. */
    private static final int LONGEST = 400;

    private final PasswordSignIn passwords;

    PresentPassword(PasswordSignIn passwords) {
        this.passwords = passwords;
    }

    /**
     * Lets pass who brings the password, with this request or in it.
     *
     * @param username whoever asks
     * @param typed    as it was typed
     * @throws Refused 422 {@code missing} or {@code wrong-password} at {@code presentPassword}; 429
     *                 {@code too-many-sign-ins}; 503 {@code busy}
     */
    public void check(HttpServletRequest request, String username, @Nullable String typed) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials != null && credentials.strip().regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        if (typed == null || typed.isEmpty() || typed.length() > LONGEST) {
            throw Refused.because(Violation.of(FIELD, typed == null || typed.isEmpty() ? "missing" : WRONG));
        }
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(username, typed);
        asked.setDetails(new WebAuthenticationDetails(request));
        try {
            passwords.authenticate(asked);
        } catch (AuthenticationException wrong) {
            DoorLog.signIn(request, DoorLog.Way.FORM, DoorLog.outcome(wrong), username);
            throw refused(wrong);
        }
    }

    private static Refused refused(AuthenticationException why) {
        return switch (why) {
            case TooManySignIns many -> Refused.of(Refused.Kind.TOO_MANY, "too-many-sign-ins",
                    Map.of("retryAfterSeconds", many.waitSeconds()));
            case AuthenticationServiceException unable -> Refused.of(Refused.Kind.UNAVAILABLE, "busy");
            default -> Refused.because(Violation.of(FIELD, WRONG));
        };
    }
}
