package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a page's visitor to the sign-in; a form that was sent is kept meanwhile ({@code ?kept}). */
final class SignInForTheForm implements AuthenticationEntryPoint {

    private static final String FORMS = "/forms";

    private final String login;
    private final @Nullable EndedSessions ended;

    SignInForTheForm(String login, @Nullable EndedSessions ended) {
        this.login = login;
        this.ended = ended;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean form = request.getMethod().equals("POST")
                && request.getRequestURI().equals(request.getContextPath() + FORMS);
        boolean kept = form && ended != null && ended.keep(request, response);
        response.sendRedirect(request.getContextPath() + login + (kept ? "?kept" : ""));
    }
}
