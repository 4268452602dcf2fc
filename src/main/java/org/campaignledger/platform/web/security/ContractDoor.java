package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.security.core.context.SecurityContextHolder;

/** The table at the door, for requests that a page makes from inside: they pass no filter on their way. */
public final class ContractDoor {

    private ContractDoor() {}

    /**
     * Notes on a page's request why what it asked from inside was refused, so that the page's own 403 is written down
     * with the code and the place of the contract.
     */
    public static void refused(HttpServletRequest page, HttpServletRequest within) {
        Object code = within.getAttribute(RefusalWriter.CODE);
        page.setAttribute(RefusalWriter.CODE, code == null ? NotAllowed.code(within) : code);
        page.setAttribute(DoorLog.PLACE, DoorLog.place(within));
    }

    /** Zero if whoever is signed in may come in; else 401, 403, 404 or 405. */
    public static int refusal(HttpServletRequest request) {
        return Doorkeeper.refusal(SecurityContextHolder.getContext().getAuthentication(), request);
    }

    /** The code of such a refusal, as over the network. */
    public static String code(int refusal, HttpServletRequest request) {
        return refusal == HttpServletResponse.SC_FORBIDDEN ? NotAllowed.code(request) : RefusalWriter.codeOf(refusal);
    }
}
