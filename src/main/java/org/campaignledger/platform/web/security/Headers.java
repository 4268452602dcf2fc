package org.campaignledger.platform.web.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser not to do. */
final class Headers {

    /** Everything from here, nothing inline: what a record holds can never become a script or a style. */
    static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Headers() {}

    /** The headers of every answer; whether it may be kept is said apart. */
    static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Answers that may differ by who asks are kept nowhere, unless their handler has said otherwise. */
    static void personal(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.addHeaderWriter(notKept());
    }

    private static HeaderWriter notKept() {
        return (request, response) -> {
            boolean forEveryone = Doorkeeper.entry(request) instanceof DoorRow.Entry.Everyone
                    && request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) == null;
            if (!forEveryone && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        };
    }
}
