package org.campaignledger.platform.web.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted command (API, "Commands").
 *
 * @param id         the thing that was made or acted upon
 * @param correction its correction, where four eyes are needed first
 * @param position   the last position written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Accepted(String id, @Nullable String correction, long position) {}
