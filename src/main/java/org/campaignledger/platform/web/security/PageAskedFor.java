package org.campaignledger.platform.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Where to go after signing in: the page that was asked for, in a cookie of the browser's, since no instance remembers
 * whoever has not signed in. Only a path of this service is ever followed, whatever the cookie says.
 */
final class PageAskedFor implements RequestCache {

    static final String COOKIE = "LEDGERASKED";

    private static final int LONGEST = 1_500;
    /** A path, without a second slash after the first: that would be another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private final RequestMatcher pages;

    PageAskedFor(RequestMatcher pages) {
        this.pages = pages;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!pages.matches(request)) {
            return;
        }
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (asked.length() <= LONGEST && LOCAL.matcher(asked).matches()) {
            SessionCookie.add(request, response, COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(
                    asked.getBytes(StandardCharsets.US_ASCII)), null);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SessionCookie.called(COOKIE, request))) {
                    return saved(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static @Nullable SavedRequest saved(String value) {
        try {
            String asked = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
            return LOCAL.matcher(asked).matches() ? new SimpleSavedRequest(asked) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** The request goes on as it is: what was asked for is only ever led to. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.add(request, response, COOKIE, "", Duration.ZERO);
    }
}
