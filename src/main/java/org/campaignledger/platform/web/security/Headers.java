package org.campaignledger.platform.web.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser not to do. */
final class Headers {

    private Headers() {}

    /** The headers of every answer; whether it may be kept is said apart. */
    static void common(HeadersConfigurer<HttpSecurity> headers, Framing framing) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
        headers.addHeaderWriter(framing);
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Answers that may differ by who asks are kept nowhere, unless their handler has said otherwise. */
    static void personal(HeadersConfigurer<HttpSecurity> headers, Framing framing) {
        common(headers, framing);
        headers.addHeaderWriter(notKept());
    }

    private static HeaderWriter notKept() {
        return (request, response) -> {
            boolean forEveryone = Doorkeeper.entry(request) instanceof DoorRow.Entry.Everyone
                    && request.getHeader(HttpHeaders.AUTHORIZATION) == null && SessionCookie.idOf(request) == null;
            if (!forEveryone && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        };
    }
}
