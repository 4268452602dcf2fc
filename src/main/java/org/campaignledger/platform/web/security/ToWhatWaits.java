package org.campaignledger.platform.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After signing in: the page with the form that was kept; the page that was asked for; else what waits for whoever signed in. */
final class ToWhatWaits extends SavedRequestAwareAuthenticationSuccessHandler {

    private final @Nullable EndedSessions ended;

    ToWhatWaits(RequestCache cache, @Nullable EndedSessions ended) {
        setRequestCache(cache);
        this.ended = ended;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws ServletException, IOException {
        String form = ended == null ? null : ended.pageOf(request);
        if (form == null) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else {
            clearAuthenticationAttributes(request);
            getRedirectStrategy().sendRedirect(request, response, form);
        }
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) {
        return "/desk";
    }
}
