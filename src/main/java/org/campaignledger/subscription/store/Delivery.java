package org.campaignledger.subscription.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that is to be sent, or was.
 *
 * @param id           its id, the same at every attempt: by it receivers know a message again
 * @param subscription of which subscription
 * @param occasion     why; once in a subscription
 * @param kind         type of the message, such as {@code weekly-digest}
 * @param content      what is told
 * @param position     the position that it reflects
 * @param state        where it stands
 * @param attempts     so far, the one under way included
 * @param forgiven     of those, before it was last asked to be sent again
 * @param nextAt       when it is tried next
 * @param outcome      code of how the last attempt ended; absent before the first
 * @param status       HTTP status of the last attempt; absent where there was none
 * @param createdAt    when it was found that there is something to tell
 * @param attemptedAt  when the last attempt began
 * @param endedAt      when it was sent or given up
 */
public record Delivery(
        String id, String subscription, String occasion, String kind, JsonNode content, long position, State state,
        int attempts, int forgiven, Instant nextAt, @Nullable String outcome, @Nullable Integer status,
        Instant createdAt, @Nullable Instant attemptedAt, @Nullable Instant endedAt) {

    /** Type of a mail that asks for its address to be confirmed. */
    public static final String CONFIRMATION = "confirmation";

    /** Type of what somebody has sent to see whether it arrives. */
    public static final String TEST = "test";

    /** Where a delivery stands. */
    public enum State {
        /** It is sent as soon as it is its time. */
        WAITING,
        /** It was taken. */
        SENT,
        /** It was given up; it can be sent again. */
        DEAD
    }
}
