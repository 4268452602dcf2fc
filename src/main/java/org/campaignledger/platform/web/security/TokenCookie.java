package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * The token of forms in a cookie that scripts of the pages read ({@code XSRF-TOKEN}); over TLS it has the prefix of the
 * session's ({@link SessionCookie#called}): a neighbouring host could otherwise put one there that it knows.
 */
final class TokenCookie implements CsrfTokenRepository {

    private static final String NAME = "XSRF-TOKEN";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return in(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        in(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return in(request).loadToken(request);
    }

    private static CsrfTokenRepository in(HttpServletRequest request) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(SessionCookie.called(NAME, request));
        cookie.setCookieCustomizer(made -> made.sameSite("Lax"));
        return cookie;
    }
}
