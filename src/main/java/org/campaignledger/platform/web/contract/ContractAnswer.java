package org.campaignledger.platform.web.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the contract answered.
 *
 * @param status   the HTTP status
 * @param body     the JSON of the answer, problem details included; missing where there was none
 * @param location of what was made; absent where nothing was
 * @param position the last position written, or the one that the answer reflects; absent where it has none
 */
public record ContractAnswer(int status, JsonNode body, @Nullable String location, @Nullable Long position) {

    static final JsonNode NOTHING = MissingNode.getInstance();

    /** Whether it was granted. */
    public boolean isGranted() {
        return status < 300;
    }

    /** Whether somebody else has to decide first (202). */
    public boolean waitsForAnother() {
        return status == 202;
    }

    /** The stable code of the refusal; empty where it was granted. */
    public String code() {
        return isGranted() ? "" : body.path("code").asString("");
    }

    /** The refusal in words, in the language asked for; empty where it was granted. */
    public String detail() {
        return isGranted() ? "" : body.path("detail").asString(body.path("title").asString(""));
    }
}
