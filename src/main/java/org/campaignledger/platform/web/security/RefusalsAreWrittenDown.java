package org.campaignledger.platform.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has {@link DoorLog} write down every answer 403, whether the door gave it or a rule inside, and count every 401. */
final class RefusalsAreWrittenDown extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            int status = response.getStatus();
            if (status == HttpServletResponse.SC_FORBIDDEN) {
                DoorLog.refused(request, code(request, "wrong-role"), account());
            } else if (status == HttpServletResponse.SC_UNAUTHORIZED
                    && code(request, "").equals("not-signed-in")) {
                DoorLog.refused(request, "not-signed-in", null);
            }
        }
    }

    private static String code(HttpServletRequest request, String otherwise) {
        return request.getAttribute(RefusalWriter.CODE) instanceof String told ? told : otherwise;
    }

    private static @org.jspecify.annotations.Nullable String account() {
        SignedIn who = Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication());
        return who == null ? null : who.getName();
    }
}
