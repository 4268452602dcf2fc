package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * After signing in: the page with the form that was kept; the page that was asked for; else what waits for whoever
 * signed in. Before that the page for the code, where one is still to come.
 */
final class ToWhatWaits implements AuthenticationSuccessHandler {

    private final RequestCache cache;
    private final StoredSessions sessions;
    private final @Nullable EndedSessions ended;

    ToWhatWaits(RequestCache cache, StoredSessions sessions, @Nullable EndedSessions ended) {
        this.cache = cache;
        this.sessions = sessions;
        this.ended = ended;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {
        boolean awaited = sessions.awaited(request).isPresent();
        DoorLog.signIn(request, request.getRequestURI().endsWith("/login") ? DoorLog.Way.FORM : DoorLog.Way.ISSUER,
                awaited ? DoorLog.Outcome.CODE_ASKED : DoorLog.Outcome.GRANTED, authentication.getName());
        if (awaited) {
            response.sendRedirect(request.getContextPath() + SecondStep.PAGE);
        } else {
            lead(request, response);
        }
    }

    void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String form = ended == null ? null : ended.pageOf(request);
        SavedRequest asked = cache.getRequest(request, response);
        if (form != null) {
            response.sendRedirect(request.getContextPath() + form);
        } else if (asked != null) {
            cache.removeRequest(request, response);
            response.sendRedirect(asked.getRedirectUrl());
        } else {
            response.sendRedirect(request.getContextPath() + "/desk");
        }
    }
}
