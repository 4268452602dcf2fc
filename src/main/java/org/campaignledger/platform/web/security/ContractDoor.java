package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** The table at the door, for requests that a page makes from inside: they pass no filter on their way. */
public final class ContractDoor {

    private ContractDoor() {}

    /** Zero if whoever is signed in may come in; else 401 or 403. */
    public static int refusal(HttpServletRequest request) {
        SignedIn who = Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication());
        return switch (Doorkeeper.entry(request)) {
            case DoorRow.Entry.Everyone everyone -> 0;
            case DoorRow.Entry.AnyAccount any -> who == null ? HttpServletResponse.SC_UNAUTHORIZED : 0;
            case DoorRow.Entry.Roles some -> who == null
                    ? HttpServletResponse.SC_UNAUTHORIZED
                    : some.roles().contains(who.actor().role()) ? 0 : HttpServletResponse.SC_FORBIDDEN;
        };
    }
}
