package org.campaignledger.subscription.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.campaignledger.subscription.store.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A delivery as it is answered.
 *
 * @param id          its id, as the receiver has it
 * @param kind        type of the message
 * @param state       {@code WAITING}, {@code SENT} or {@code DEAD}
 * @param attempts    so far
 * @param outcome     code of how the last attempt ended; absent before the first
 * @param status      HTTP status of the last attempt; absent where there was none
 * @param position    the position that it reflects
 * @param createdAt   when it was found that there is something to tell
 * @param attemptedAt when the last attempt began
 * @param nextAt      when it is tried next; absent once it is over
 * @param endedAt     when it was sent or given up
 * @param content     what is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id, String kind, String state, int attempts, @Nullable String outcome, @Nullable Integer status,
        long position, Instant createdAt, @Nullable Instant attemptedAt, @Nullable Instant nextAt,
        @Nullable Instant endedAt, JsonNode content) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(delivery.id(), delivery.kind(), delivery.state().name(), delivery.attempts(),
                delivery.outcome(), delivery.status(), delivery.position(), delivery.createdAt(),
                delivery.attemptedAt(), delivery.state() == Delivery.State.WAITING ? delivery.nextAt() : null,
                delivery.endedAt(), delivery.content());
    }
}
