package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks the table at the door. */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(refusal(authentication.get(), context.getRequest()) == 0);
    }

    /**
     * Zero if whoever this is may come in; else 401 or 403, and to an account 404 where nothing is there, or 405 where
     * it is asked for in another way.
     */
    static int refusal(@Nullable Authentication authentication, HttpServletRequest request) {
        SignedIn who = signedIn(authentication);
        DoorRow.Entry entry = entry(request);
        if (who == null) {
            return entry instanceof DoorRow.Entry.Everyone ? 0 : HttpServletResponse.SC_UNAUTHORIZED;
        }
        if (entry instanceof DoorRow.Entry.Nobody) {
            return DoorTable.methods(path(request)).isEmpty()
                    ? HttpServletResponse.SC_NOT_FOUND
                    : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        boolean ofTheRole = !(entry instanceof DoorRow.Entry.Roles some) || some.roles().contains(who.actor().role());
        return ofTheRole && WhatTokensDo.allows(authentication, request) ? 0 : HttpServletResponse.SC_FORBIDDEN;
    }

    /** Whom the place of this request lets in. */
    static DoorRow.Entry entry(HttpServletRequest request) {
        return DoorTable.entry(request.getMethod(), path(request));
    }

    /** The path within the application, parsed once: the table has many rows. */
    static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication();
    }

    static @Nullable SignedIn signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof SignedIn who ? who : null;
    }
}
