package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Keeps a form that was sent after its session had ended until whoever sent it has signed in again. */
public interface EndedSessions {

    /**
     * Keeps what was typed, if it is a form that can be kept, for the browser that sent it.
     *
     * @return whether it is kept
     */
    boolean keep(HttpServletRequest request, HttpServletResponse response);

    /** The page on which the form that was kept stands, to be opened after signing in; absent where none was. */
    @Nullable
    String pageOf(HttpServletRequest request);

    /**
     * The browser has another id from now on.
     *
     * @param before the id that it had
     * @param after  the one in its place
     */
    void goesOn(String before, String after);
}
