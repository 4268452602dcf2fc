package org.campaignledger.platform.web.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The mappings of the service by the segments of their paths. It finds those that may match a path, at least: a segment
 * with a variable or a wildcard takes any here, and the pattern itself decides.
 */
final class MappingTree {

    private final Node root = new Node();

    /** A mapping and what it leads to. */
    record Mapped(RequestMappingInfo info, HandlerMethod handler) {}

    /** Where the path has come so far. */
    private static final class Node {

        private final Map<String, Node> plain = new HashMap<>();
        private @Nullable Node any;
        private final List<Mapped> ends = new ArrayList<>();

        /** Those whose pattern takes whatever follows. */
        private final List<Mapped> open = new ArrayList<>();

        private Node any() {
            Node known = any;
            if (known == null) {
                known = new Node();
                any = known;
            }
            return known;
        }
    }

    /** Adds a mapping under each of its patterns. */
    void add(RequestMappingInfo info, HandlerMethod handler) {
        PathPatternsRequestCondition paths = info.getPathPatternsCondition();
        Set<PathPattern> patterns = paths == null ? Set.of() : paths.getPatterns();
        if (patterns.size() != 1) {
            root.open.add(new Mapped(info, handler)); // once, however many of its patterns match
            return;
        }
        Node node = root;
        for (String segment : patterns.iterator().next().getPatternString().split("/", -1)) {
            if (segment.contains("**") || segment.startsWith("{*")) {
                node.open.add(new Mapped(info, handler));
                return;
            }
            boolean variable = segment.indexOf('{') >= 0 || segment.indexOf('*') >= 0 || segment.indexOf('?') >= 0;
            node = variable ? node.any() : node.plain.computeIfAbsent(segment, fresh -> new Node());
        }
        node.ends.add(new Mapped(info, handler));
    }

    /** Adds those that may match this path. */
    void find(PathContainer path, List<Mapped> found) {
        find(root, segments(path), 0, found);
    }

    private static void find(@Nullable Node node, List<String> segments, int next, List<Mapped> found) {
        if (node == null) {
            return;
        }
        found.addAll(node.open);
        if (next == segments.size()) {
            found.addAll(node.ends);
            return;
        }
        find(node.plain.get(segments.get(next)), segments, next + 1, found);
        find(node.any, segments, next + 1, found);
    }

    /** As Spring's own patterns read them: decoded, without parameters, the first one empty. */
    private static List<String> segments(PathContainer path) {
        List<String> segments = new ArrayList<>();
        segments.add("");
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
        return segments;
    }
}
