package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content policy, and whose pages may show ours in a frame: nobody's, but for the dashboard that is made for it,
 * which shows everybody the same and has nothing to press.
 */
final class Framing implements HeaderWriter {

    /** Everything from here, nothing inline: what a record holds can never become a script or a style. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";
    private static final Pattern DASHBOARD = Pattern.compile("/c/[^/]+");
    private static final Pattern SOURCES = Pattern.compile("[\\w:/.*' -]+");

    private final String ancestors;

    /**
     * Lets these frame the embedded dashboard.
     *
     * @param ancestors sources as in the directive {@code frame-ancestors} (CSP level 3), parted by blanks
     * @throws IllegalArgumentException it holds what would end the directive
     */
    Framing(String ancestors) {
        if (!SOURCES.matcher(ancestors).matches()) {
            throw new IllegalArgumentException("ledger.embed.frame-ancestors is no list of sources: " + ancestors);
        }
        this.ancestors = ancestors;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean embedded = isEmbedded(request);
        response.setHeader("Content-Security-Policy", CONTENT_POLICY + (embedded ? ancestors : "'none'"));
        if (!embedded) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    private static boolean isEmbedded(HttpServletRequest request) {
        String query = request.getQueryString();
        return "GET".equals(request.getMethod()) && query != null && List.of(query.split("&")).contains("embed=1")
                && DASHBOARD.matcher(Doorkeeper.path(request).value()).matches();
    }
}
