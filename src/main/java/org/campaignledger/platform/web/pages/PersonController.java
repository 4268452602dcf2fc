package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One propagandist: who it is, as far as the account may see; revealing and erasing for those who may. */
@Controller
class PersonController {

    private final JsonMapper json;
    private final Contract contract;
    private final DeskData desk;

    PersonController(JsonMapper json, Contract contract, DeskData desk) {
        this.json = json;
        this.contract = contract;
        this.desk = desk;
    }

    @GetMapping("/propagandists/{campaign}/{id}")
    String person(@PathVariable String campaign, @PathVariable String id, HttpServletRequest request, Locale locale,
            Model model) {
        Language language = PagesConfiguration.language(locale);
        Role role = CurrentActor.get().role();
        JsonNode answer = request.getAttribute(Typed.ANSWER) instanceof JsonNode revealed ? revealed : null;
        JsonNode record = contract.fresh("/api/v1/campaigns/" + UriUtils.encodePathSegment(
                campaign, StandardCharsets.UTF_8) + "/propagandists/" + UriUtils.encodePathSegment(id,
                        StandardCharsets.UTF_8));
        String unit = record.path("unit").asString("");
        model.addAttribute("person", PersonFacts.of(record, answer, desk.find(campaign).flatMap(face -> ScopeName.of(
                face, unit, language)).orElse(unit), language));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("language", language.locale().getLanguage());
        data.put("campaign", campaign);
        data.put("id", id);
        data.put("texts", PageTexts.in(language).forScripts("person", "check", "problem"));
        model.addAttribute("page", new PersonPage(campaign, id, role == Role.ADMIN || role == Role.AUDITOR,
                role == Role.ADMIN, ScriptData.write(json, data)));
        return "person";
    }
}
