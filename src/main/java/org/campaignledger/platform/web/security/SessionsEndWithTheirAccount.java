package org.campaignledger.platform.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account was disabled or whose password was set again since it began. */
final class SessionsEndWithTheirAccount extends OncePerRequestFilter {

    private final Standings standings;
    private final AuthenticationEntryPoint unavailable;

    SessionsEndWithTheirAccount(Standings standings, AuthenticationEntryPoint unavailable) {
        this.standings = standings;
        this.unavailable = unavailable;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn who = Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication());
        try {
            if (who != null && !standings.stands(who)) {
                end(request);
            }
        } catch (DataAccessException down) {
            // Whether the account still stands can't be known: it is not let in on the word of yesterday.
            unavailable.commence(request, response,
                    new AuthenticationServiceException("accounts can't be looked up", down));
            return;
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
