package org.campaignledger.platform.web.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.campaignledger.platform.web.security.DoorLog;
import org.campaignledger.platform.web.security.NotVouchedFor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page with what went wrong at the issuer, or with what it said: {@code ?oidc=} and a code. */
final class BackToTheSignIn implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BackToTheSignIn.class);

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException why) throws IOException {
        DoorLog.signIn(request, DoorLog.Way.ISSUER, DoorLog.outcome(why), null);
        Throwable cause = why.getCause() == null ? why : why.getCause();
        LOG.info("Sign-in by the issuer came to nothing: {}", cause.getClass().getSimpleName());
        LOG.debug("It came to nothing because of this", why);
        response.sendRedirect(request.getContextPath() + "/login?oidc=" + code(why));
    }

    private static String code(Throwable why) {
        if (why instanceof NotVouchedFor not) {
            return not.code();
        }
        if (why instanceof AuthenticationServiceException) {
            return "issuer-unavailable";
        }
        Throwable cause = why.getCause();
        return cause instanceof AuthenticationException && cause != why ? code(cause) : "failed";
    }
}
