package org.campaignledger.platform.web.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a node into a Java value; {@code null}, and at least one finding, if it is not one. */
@FunctionalInterface
interface ValueReader {

    /** The node is there and not {@code null}: absence is judged by who owns the field. */
    @Nullable
    Object read(JsonNode node, FieldPath path, Findings findings);
}
