package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells who is signed in that this is not for them, or that their page has no valid token: 403. Or that there is nothing:
 * 404, and 405 where there is something for another method.
 */
final class NotAllowed implements AccessDeniedHandler {

    private static final String TOKEN = "token-access";

    private final RefusalWriter writer;
    private final RequestMatcher pages;

    /** Programs and scripts get a problem document; pages the error page. */
    NotAllowed(RefusalWriter writer, RequestMatcher pages) {
        this.writer = writer;
        this.pages = pages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        int status = why instanceof CsrfException
                ? HttpServletResponse.SC_FORBIDDEN
                : Doorkeeper.refusal(SecurityContextHolder.getContext().getAuthentication(), request);
        String code = switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "not-found";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> notThisWay(request, response);
            // A rule inside that refuses a page (PageDoor) comes by here as well.
            default -> code(request, response, why);
        };
        int told = status == 0 ? HttpServletResponse.SC_FORBIDDEN : status;
        if (pages.matches(request) && !isOfAScript(request)) {
            request.setAttribute(RefusalWriter.CODE, code);
            response.sendError(told);
        } else {
            writer.write(request, response, told, code);
        }
    }

    /** A page's script sends JSON, as programs do, and reads the refusal itself. */
    private static boolean isOfAScript(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static String notThisWay(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", DoorTable.methods(Doorkeeper.path(request))));
        return "method-not-allowed";
    }

    private static String code(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        if (why instanceof CsrfException) {
            return "csrf";
        }
        String code = code(request);
        if (code.equals(TOKEN)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Campaign Ledger\", error=\"insufficient_scope\"");
        }
        return code;
    }

    /** Whether it is the token that does not reach so far, or the role. */
    static String code(HttpServletRequest request) {
        return WhatTokensDo.allows(SecurityContextHolder.getContext().getAuthentication(), request)
                ? "wrong-role"
                : TOKEN;
    }
}
