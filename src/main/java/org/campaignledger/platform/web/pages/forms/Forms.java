package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.jspecify.annotations.Nullable;

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
        request.setAttribute(Typed.NAME, Typed.of(form, Map.of(), answer.body(), answer.detail(), field -> field));
        draw(page, answer.status(), request, response);
    }

    static void draw(String page, int status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(status);
        request.getRequestDispatcher(page).forward(new AsGet(request), response);
    }

    /** The page is asked for as if its address had been opened. */
    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        /** What was typed is no filter of the page: it asks with its own address. */
        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
