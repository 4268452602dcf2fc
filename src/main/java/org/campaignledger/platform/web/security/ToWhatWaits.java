package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After signing in: the page that was asked for; else what waits for a host or a judge; else the dashboard. */
final class ToWhatWaits extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Set<Role> HAVE_A_DESK = Set.of(Role.HOST, Role.JUDGE);

    ToWhatWaits(RequestCache cache) {
        setRequestCache(cache);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) {
        SignedIn who = Doorkeeper.signedIn(authentication);
        return who != null && HAVE_A_DESK.contains(who.actor().role()) ? "/desk" : "/";
    }
}
