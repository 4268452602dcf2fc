package org.campaignledger.platform.web.pages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** One propagandist: who it is, as far as the account may see; revealing and erasing for those who may. */
@Controller
class PersonController {

    private final JsonMapper json;

    PersonController(JsonMapper json) {
        this.json = json;
    }

    @GetMapping("/propagandists/{campaign}/{id}")
    String person(@PathVariable String campaign, @PathVariable String id, Locale locale, Model model) {
        Language language = PagesConfiguration.language(locale);
        Role role = CurrentActor.get().role();
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
