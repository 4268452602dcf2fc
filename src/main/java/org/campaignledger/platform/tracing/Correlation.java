package org.campaignledger.platform.tracing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * The id of a request, a random UUID of our own: the same in every line that is logged meanwhile, in the metadata of the
 * events that it writes, and in what its sender is told. Never taken from the sender, who could put anything into it.
 */
public final class Correlation {

    /** Under this name it stands in every line of a log ({@code correlation}). */
    public static final String KEY = "correlation";

    /** Header by which the sender is told. */
    public static final String HEADER = "Ledger-Correlation";

    static final String ATTRIBUTE = Correlation.class.getName();

    private Correlation() {}

    /** Of a request; a new one where nobody has given it any. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String given ? given : current();
    }

    /** Of what this thread is doing; a new one where nobody has given it any. */
    public static String current() {
        String known = MDC.get(KEY);
        return known == null ? UUID.randomUUID().toString() : known;
    }
}
