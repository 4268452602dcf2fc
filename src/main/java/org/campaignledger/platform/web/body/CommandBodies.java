package org.campaignledger.platform.web.body;

import jakarta.servlet.http.HttpServletRequest;

/** What is known of a request's body after it was read: its canonical form, by which retries are compared. */
public final class CommandBodies {

    /** Name of the request attribute that holds the canonical JSON of the body, a {@code byte[]}. */
    public static final String CANONICAL = CommandBodies.class.getName() + ".canonical";

    private static final byte[] NONE = {};

    private CommandBodies() {}

    /** The canonical JSON of the body that was read; empty if there was none, or it was read by other means. */
    public static byte[] canonical(HttpServletRequest request) {
        return request.getAttribute(CANONICAL) instanceof byte[] bytes ? bytes : NONE;
    }

    /** Keeps the canonical form of a body that an endpoint has read itself, such as a definition in YAML. */
    public static void keep(HttpServletRequest request, byte[] canonical) {
        request.setAttribute(CANONICAL, canonical);
    }
}
