package org.campaignledger.platform.web.body;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a NUL in the query, which the store could not compare with anything. Looks at the query's text and not at the
 * parameters, since asking for these would read an upload.
 */
final class NoNulInQueries implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        // Not once more while the refusal is shown.
        if (request.getDispatcherType() == DispatcherType.REQUEST && query != null && query.contains("%00")) {
            throw Refused.malformed(violations(query));
        }
        return true;
    }

    private static List<Violation> violations(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.contains("%00"))
                .limit(Findings.MAX_KEPT)
                .map(parameter -> Violation.of(fieldOf(parameter), "nul-character"))
                .toList();
    }

    private static String fieldOf(String parameter) {
        return FieldPath.ROOT.field(parameter.replaceFirst("(?s)=.*", "")).toString();
    }
}
