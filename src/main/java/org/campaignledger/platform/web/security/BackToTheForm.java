package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Shows the form again: {@code ?error} for wrong credentials, {@code ?wait=SECONDS} after too many of them, {@code ?busy}
 * where they could not be verified.
 */
final class BackToTheForm implements AuthenticationFailureHandler {

    private final Standings standings;

    BackToTheForm(Standings standings) {
        this.standings = standings;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException why) throws IOException {
        DoorLog.signIn(request, DoorLog.Way.FORM, DoorLog.outcome(why), standings.existing(
                why.getAuthenticationRequest()));
        response.sendRedirect(request.getContextPath() + switch (why) {
            case TooManySignIns many -> "/login?wait=" + many.waitSeconds();
            case AuthenticationServiceException unable -> "/login?busy";
            default -> "/login?error";
        });
    }
}
