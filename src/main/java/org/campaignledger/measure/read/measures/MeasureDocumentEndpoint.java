package org.campaignledger.measure.read.measures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.works.WorkDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The document of a measure, as it was sent, for those who see the measure. */
@RestController
@RequestMapping(path = "/api/v1/campaigns/{campaign}/measures/{id}/document", method = {RequestMethod.GET,
        RequestMethod.HEAD})
class MeasureDocumentEndpoint {

    private static final String KEPT = "private, no-cache";

    private final MeasureRegisterEndpoint register;
    private final WorkDownload download;

    MeasureDocumentEndpoint(MeasureRegisterEndpoint register, WorkDownload download) {
        this.register = register;
        this.download = download;
    }

    @RequestMapping
    void document(@PathVariable String campaign, @PathVariable String id,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Map<String, Object> measure = Objects.requireNonNull(register.one(campaign, id, new RegisterParameters(null,
                null, null, null, null, null, null, null, null, null, waitFor)).getBody());
        Object document = measure.get("document");
        if (document == null) {
            throw Refused.notFound();
        }
        download.answer(document.toString(), WorkDownload.Form.ORIGINAL, KEPT, request, response);
    }
}
