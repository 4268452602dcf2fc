package org.campaignledger.subscription.post;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param end    what follows
 * @param code   in a word, such as {@code sent} or {@code http-status}
 * @param status the HTTP status; absent where there was none
 */
public record Outcome(End end, String code, @Nullable Integer status) {

    /** What follows from an attempt. */
    public enum End {
        /** It was taken. */
        SENT,
        /** Not this time: it is tried again. */
        FAILED,
        /** Never: it is given up at once. */
        HOPELESS
    }

    static Outcome sent(@Nullable Integer status) {
        return new Outcome(End.SENT, "sent", status);
    }

    static Outcome failed(String code) {
        return new Outcome(End.FAILED, code, null);
    }

    static Outcome hopeless(String code) {
        return new Outcome(End.HOPELESS, code, null);
    }
}
