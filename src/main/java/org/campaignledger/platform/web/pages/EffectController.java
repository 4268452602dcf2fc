package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;

/**
 * The effect of a correction drawn as a part of a page, so that it looks the same before it is asked for and when it is
 * decided. Writes nothing; what the door would refuse is refused here in the same form.
 */
@Controller
class EffectController {

    private final CorrectionPreview preview;
    private final DeskData desk;
    private final RefusalWriter writer;

    EffectController(CorrectionPreview preview, DeskData desk, RefusalWriter writer) {
        this.preview = preview;
        this.desk = desk;
        this.writer = writer;
    }

    @PostMapping("/c/{campaign}/corrections/preview")
    String effect(@PathVariable String campaign, @RequestBody JsonNode body, Locale locale, Model model) {
        RecordWords words = new RecordWords(desk.campaign(campaign), PagesConfiguration.language(locale));
        model.addAttribute("effect", EffectView.of(desk.tree(preview.effect(body)), words));
        model.addAttribute("campaign", campaign);
        return "fragments/effect :: effect(effect=${effect}, campaign=${campaign})";
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, refused);
    }
}
