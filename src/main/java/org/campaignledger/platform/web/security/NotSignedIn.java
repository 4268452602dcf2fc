package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a program that it is not signed in. The challenge names Basic to programs only: a browser would open its own
 * window for a password, keep what is typed there for good, and send it along with whatever another site asks for.
 */
final class NotSignedIn implements AuthenticationEntryPoint {

    private static final String REALM = " realm=\"Campaign Ledger\", charset=\"UTF-8\"";

    private final RefusalWriter writer;
    private final Standings standings;

    NotSignedIn(RefusalWriter writer, Standings standings) {
        this.writer = writer;
        this.standings = standings;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        Authentication asked = why.getAuthenticationRequest();
        if (asked != null && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            DoorLog.signIn(request, asked instanceof BearerCredentials ? DoorLog.Way.TOKEN : DoorLog.Way.BASIC,
                    DoorLog.outcome(why), standings.existing(asked));
        }
        if (why instanceof AuthenticationServiceException unable) {
            writer.write(request, response, 503, unable.getCause() instanceof Refused busy
                    ? busy.code()
                    : "store-unavailable");
            return;
        }
        if (why instanceof NotVouchedFor not) {
            writer.write(request, response, 403, not.code());
            return;
        }
        if (why instanceof TooManySignIns many) {
            writer.write(request, response, Refused.of(Refused.Kind.TOO_MANY, "too-many-sign-ins",
                    Map.of("retryAfterSeconds", many.waitSeconds())));
            return;
        }
        if (why instanceof InvalidToken) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Campaign Ledger\", error=\"invalid_token\"");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, (isBrowser(request) ? "Form" : "Basic") + REALM);
        }
        writer.write(request, response, 401, switch (why) {
            case PasswordAlone.SecondFactorNeeded needed -> "second-factor-needed";
            case BadCredentialsException wrong -> "bad-credentials";
            default -> "not-signed-in";
        });
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent != null && agent.startsWith("Mozilla/");
    }
}
