package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
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
        return new AuthorizationDecision(switch (entry(context.getRequest())) {
            case DoorRow.Entry.Everyone everyone -> true;
            case DoorRow.Entry.AnyAccount any -> signedIn(authentication.get()) != null;
            case DoorRow.Entry.Roles some -> {
                SignedIn who = signedIn(authentication.get());
                yield who != null && some.roles().contains(who.actor().role());
            }
        });
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
