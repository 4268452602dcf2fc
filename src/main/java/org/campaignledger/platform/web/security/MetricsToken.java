package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets whoever collects metrics in by a token of its own ({@code ledger.metrics-token}), to the metrics and nowhere else:
 * an account that may read them could read the trail as well. Whoever brings another token is asked like everyone.
 */
final class MetricsToken implements RequestMatcher {

    private static final int SHORTEST = 16;
    private static final String PATH = "/actuator/prometheus";

    private final byte[] expected;

    /**
     * With this token; none where it is blank.
     *
     * @throws IllegalArgumentException it is shorter than 16 characters
     */
    MetricsToken(String token) {
        if (!token.isBlank() && token.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("ledger.metrics-token is at least " + SHORTEST + " characters long");
        }
        this.expected = token.isBlank() ? new byte[0] : bytes("Bearer " + token.strip());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return expected.length > 0 && sent != null && "GET".equals(request.getMethod())
                && PATH.equals(request.getRequestURI()) && MessageDigest.isEqual(expected, bytes(sent.strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
