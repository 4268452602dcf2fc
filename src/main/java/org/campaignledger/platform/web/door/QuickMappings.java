package org.campaignledger.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the endpoint of a request without trying every pattern of the service: of a path with variables, Spring asks
 * each of some hundred mappings, a sixth of what a command costs. Here only those are asked whose plain segments stand
 * where the request has them; where that leaves none or several, Spring decides among all as ever.
 */
final class QuickMappings extends RequestMappingHandlerMapping {

    private volatile @Nullable MappingTree tree;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        RequestMappingInfo only = null;
        HandlerMethod handler = null;
        List<MappingTree.Mapped> found = new ArrayList<>();
        tree().find(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication(), found);
        for (MappingTree.Mapped mapped : found) {
            RequestMappingInfo matching = getMatchingMapping(mapped.info(), request);
            if (matching != null && only != null) {
                return super.lookupHandlerMethod(lookupPath, request);
            }
            if (matching != null) {
                only = matching;
                handler = mapped.handler();
            }
        }
        if (only == null || handler == null) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(only, lookupPath, request);
        return handler;
    }

    private MappingTree tree() {
        MappingTree known = tree;
        if (known == null) {
            known = new MappingTree();
            getHandlerMethods().forEach(known::add);
            tree = known;
        }
        return known;
    }

    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        super.registerMapping(mapping, handler, method);
        tree = null;
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        super.unregisterMapping(mapping);
        tree = null;
    }
}
