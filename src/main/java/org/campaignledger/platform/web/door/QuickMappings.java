package org.campaignledger.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the endpoint of a request without trying every pattern of the service: of a path with variables, Spring matches
 * all of some hundred patterns in full, an eighth of what a command costs. Here a pattern is tried if its plain segments
 * stand where the request has them.
 */
final class QuickMappings extends RequestMappingHandlerMapping {

    private static final String SEGMENTS = QuickMappings.class.getName();

    private final Map<RequestMappingInfo, Outline> outlines = new ConcurrentHashMap<>();

    /**
     * What can be told of a pattern at a glance.
     *
     * @param plain segments in order; null where the pattern has a variable or a wildcard
     * @param open  whether more may follow after the last
     */
    private record Outline(List<@Nullable String> plain, boolean open) {

        private static final Outline ANY = new Outline(List.of(), true);

        static Outline of(RequestMappingInfo info) {
            PathPatternsRequestCondition paths = info.getPathPatternsCondition();
            Set<PathPattern> patterns = paths == null ? Set.of() : paths.getPatterns();
            return patterns.size() == 1 ? of(patterns.iterator().next().getPatternString()) : ANY;
        }

        private static Outline of(String pattern) {
            List<@Nullable String> plain = new ArrayList<>();
            for (String segment : pattern.split("/", -1)) {
                if (segment.startsWith("**") || segment.startsWith("{*")) {
                    return new Outline(plain, true);
                }
                plain.add(segment.indexOf('{') < 0 && segment.indexOf('*') < 0 && segment.indexOf('?') < 0
                        ? segment
                        : null);
            }
            return new Outline(plain, false);
        }

        boolean mayMatch(String[] asked) {
            if (open ? asked.length < plain.size() : asked.length != plain.size()) {
                return false;
            }
            for (int i = plain.size() - 1; i >= 0; i--) {
                String segment = plain.get(i);
                if (segment != null && !segment.equals(asked[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        if (methods.size() == 1 && methods.contains(RequestMethod.POST) && "GET".equals(request.getMethod())) {
            return null;
        }
        Outline outline = outlines.computeIfAbsent(info, Outline::of);
        return outline.mayMatch(segments(request)) ? super.getMatchingMapping(info, request) : null;
    }

    /** Of this path: a request that is passed on inside gets another. */
    private record Segments(PathContainer path, String[] all) {}

    /** As Spring's own patterns read them: decoded, without parameters, the first one empty. */
    private static String[] segments(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        if (request.getAttribute(SEGMENTS) instanceof Segments known && known.path() == path) {
            return known.all();
        }
        List<String> segments = new ArrayList<>(List.of(""));
        boolean afterSeparator = false;
        for (PathContainer.Element element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                segments.add(segment.valueToMatch());
                afterSeparator = false;
            } else {
                afterSeparator = true;
            }
        }
        if (afterSeparator) {
            segments.add("");
        }
        String[] all = segments.toArray(String[]::new);
        request.setAttribute(SEGMENTS, new Segments(path, all));
        return all;
    }
}
