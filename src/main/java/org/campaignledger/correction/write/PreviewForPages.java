package org.campaignledger.correction.write;

import java.util.Map;

import org.campaignledger.platform.web.body.StrictBinder;
import org.campaignledger.platform.web.pages.CorrectionPreview;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The preview that a page shows is the door's own. */
@Component
class PreviewForPages implements CorrectionPreview {

    private final CorrectionCommandsEndpoint endpoint;

    PreviewForPages(CorrectionCommandsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Map<String, Object> effect(JsonNode body) {
        return endpoint.preview(StrictBinder.read(body, CorrectionBody.class).orRefuse());
    }
}
