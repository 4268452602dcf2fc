package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Draws the page of a form once more, as if its address had been opened, with what is wrong. */
public final class Forms {

    private Forms() {}

    /**
     * A form of which nothing that was typed has to be kept.
     *
     * @param form   its name on the page
     * @param page   the page that it stands on
     * @param answer the refusal
     */
    public static void drawAgain(String form, String page, ContractAnswer answer, HttpServletRequest request,
            HttpServletResponse response) throws ServletException, IOException {
        drawAgain(form, page, Map.of(), answer, request, response);
    }

    /** The same with what was typed, by field. */
    public static void drawAgain(String form, String page, Map<String, String[]> fields, ContractAnswer answer,
            HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(Typed.NAME, Typed.of(form, fields, answer.body(), answer.detail(), field -> field));
        draw(page, answer.status(), request, response);
    }

    /** Draws a page as if its address had been opened, with this status. */
    public static void draw(String page, int status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status);
        request.getRequestDispatcher(page).forward(new AsGet(request, page), response);
    }

    /** The page is asked for as if its address had been opened: what was typed is no filter of it. */
    private static final class AsGet extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        AsGet(HttpServletRequest request, String page) {
            super(request);
            UriComponentsBuilder.fromUriString(page).build().getQueryParams().forEach((name, values) -> parameters.put(
                    decoded(name), values.stream().map(AsGet::decoded).toArray(String[]::new)));
        }

        private static String decoded(@Nullable String text) {
            return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
