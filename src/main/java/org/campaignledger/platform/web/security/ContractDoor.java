package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

/** The table at the door, for requests that a page makes from inside: they pass no filter on their way. */
public final class ContractDoor {

    private ContractDoor() {}

    /** Zero if whoever is signed in may come in; else 401, 403, 404 or 405. */
    public static int refusal(HttpServletRequest request) {
        return Doorkeeper.refusal(SecurityContextHolder.getContext().getAuthentication(), request);
    }
}
