package org.campaignledger.platform.web.pages;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/** What a correction would do, before it is asked for; implemented by the correction slice. */
@FunctionalInterface
public interface CorrectionPreview {

    /**
     * The effect, as {@code POST /corrections/preview} answers it; nothing is written.
     *
     * @param body the body of a request
     * @throws org.campaignledger.kernel.Refused as the door would refuse the request
     */
    Map<String, Object> effect(JsonNode body);
}
