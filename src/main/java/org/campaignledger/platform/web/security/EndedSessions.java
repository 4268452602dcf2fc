package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Keeps a form that was sent after its session had ended until whoever sent it has signed in again. */
public interface EndedSessions {

    /**
     * Keeps what was typed, if it is a form that can be kept.
     *
     * @return whether it is kept
     */
    boolean keep(HttpServletRequest request);

    /** The page on which the form that was kept stands, to be opened after signing in; absent where none was. */
    @Nullable
    String pageOf(HttpServletRequest request);
}
