package org.campaignledger.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The quick way finds what the thorough way finds, for every pattern of the service and what looks like one. */
@AtTheDoor
class QuickMappingsTest {

    private final RequestMappingHandlerMapping quick;
    private final RequestMappingHandlerMapping thorough = new RequestMappingHandlerMapping();

    QuickMappingsTest(Ledger ledger) {
        quick = ledger.all(RequestMappingHandlerMapping.class).stream().filter(QuickMappings.class::isInstance)
                .findFirst().orElseThrow();
        StaticWebApplicationContext empty = new StaticWebApplicationContext();
        empty.refresh();
        thorough.setApplicationContext(empty);
        quick.getHandlerMethods().forEach((info, method) -> thorough.registerMapping(info, method
                .createWithResolvedBean().getBean(), method
                        .getMethod()));
    }

    private Set<String> patterns() {
        Set<String> patterns = new TreeSet<>();
        for (RequestMappingInfo info : quick.getHandlerMethods().keySet()) {
            patterns.addAll(info.getPatternValues());
        }
        return patterns;
    }

    /** The pattern's own, with other words, one segment more and less, with a slash behind. */
    private static List<String> pathsLike(String pattern) {
        List<String> paths = new ArrayList<>();
        for (String word : List.of("x", "events", "mine", "summary.pdf", "%E5%85%B3", "a;b=c")) {
            String path = pattern.replaceAll("\\{[^/]*\\}", word).replace("**", word).replace("*", word);
            paths.addAll(List.of(path, path + "/", path + "/" + word, path.replaceAll("/[^/]*$", ""), path + "x"));
        }
        paths.removeIf(path -> !path.startsWith("/"));
        return paths;
    }

    private static String found(RequestMappingHandlerMapping mapping, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null ? "none" : chain.getHandler().toString();
        } catch (Exception refused) {
            return refused.toString();
        }
    }

    @Test
    void every_path_leads_where_it_led() {
        Set<String> paths = new LinkedHashSet<>();
        patterns().forEach(pattern -> paths.addAll(pathsLike(pattern)));
        assertThat(paths).hasSizeGreaterThan(2_000);
        Set<String> places = new TreeSet<>();
        for (String path : paths) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
                String there = found(thorough, method, path);
                assertThat(found(quick, method, path)).as(method + " " + path).isEqualTo(there);
                places.add(there);
            }
        }
        assertThat(places).hasSizeGreaterThan(150);
    }
}
