package org.campaignledger.platform.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks the session up, first of all, and ends one whose account was disabled or whose password was set again since it
 * began. Where that cannot be known the answer is 503, not that nobody is signed in.
 */
final class SessionsEndWithTheirAccount extends OncePerRequestFilter {

    private final StoredSessions sessions;
    private final Standings standings;
    private final AuthenticationEntryPoint unavailable;

    SessionsEndWithTheirAccount(StoredSessions sessions, Standings standings, AuthenticationEntryPoint unavailable) {
        this.sessions = sessions;
        this.standings = standings;
        this.unavailable = unavailable;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            SignedIn who = Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication());
            if (who != null && !standings.stands(who)) {
                SecurityContextHolder.clearContext();
                sessions.end(request, response);
            }
        } catch (DataAccessException down) {
            // It is not let in on the word of yesterday.
            SecurityContextHolder.clearContext();
            unavailable.commence(request, response,
                    new AuthenticationServiceException("accounts can't be looked up", down));
            return;
        }
        chain.doFilter(request, response);
    }
}
