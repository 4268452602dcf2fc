package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Tells the paths that programs ask from the pages that people look at. */
final class ApiPaths {

    private ApiPaths() {}

    /** Whether a path, as in {@code getRequestURI()}, lies below {@code /api/v1} or {@code /log}. */
    static boolean cover(HttpServletRequest request, String uri) {
        String path = decoded(uri).substring(Math.min(request.getContextPath().length(), uri.length()));
        return isBelow(path, "/api/v1") || isBelow(path, "/log");
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static String decoded(String uri) {
        try {
            return UriUtils.decode(uri, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return uri;
        }
    }
}
