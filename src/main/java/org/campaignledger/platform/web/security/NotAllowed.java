package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells who is signed in that this is not for them, or that their page has no valid token: 403. */
final class NotAllowed implements AccessDeniedHandler {

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
        if (pages.matches(request)) {
            request.setAttribute(RefusalWriter.CODE, code(request, response, why));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            writer.write(request, response, 403, code(request, response, why));
        }
    }

    private static String code(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) {
        if (why instanceof CsrfException) {
            return "csrf";
        }
        if (WhatTokensDo.allows(SecurityContextHolder.getContext().getAuthentication(), request)) {
            return "wrong-role";
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"Campaign Ledger\", error=\"insufficient_scope\"");
        return "token-access";
    }
}
