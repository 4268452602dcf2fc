package org.campaignledger.platform.works;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A work as the door tells of it (API, "Commands").
 *
 * @param sha256          its name
 * @param mediaType       what it is
 * @param bytes           how long it is
 * @param durationSeconds of what lasts, in thousandths at the finest, rounded down; absent for pictures
 * @param width           in pixels as shown; absent for sound
 * @param height          the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkAnswer(
        String sha256, String mediaType, long bytes, @Nullable BigDecimal durationSeconds, @Nullable Integer width,
        @Nullable Integer height) {

    /** What is told of these facts. */
    public static WorkAnswer of(WorkFacts facts) {
        Long millis = facts.durationMillis();
        return new WorkAnswer(facts.sha256(), facts.mediaType(), facts.bytes(),
                millis == null ? null : BigDecimal.valueOf(millis, 3), facts.width(), facts.height());
    }
}
