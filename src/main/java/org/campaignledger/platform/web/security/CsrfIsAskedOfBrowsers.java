package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A token is asked for where the session cookie vouches for a change, since only then can another site's page lend
 * itself the visitor's name; and where the browser itself says that another site sent it, which covers signing in.
 */
final class CsrfIsAskedOfBrowsers implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && (hasSession() || "cross-site".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean hasSession() {
        return Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication()) != null;
    }
}
