package org.campaignledger.platform.web.pages.styleguide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The components on one page, drawn by the same fragments as everywhere ({@code ledger.styleguide}; the tour has it on).
 * Otherwise there is no such page.
 */
@Controller
class StyleguideController {

    private static final List<String> STATES = List.of("REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN", "EXPIRED",
            "AMENDED", "REVERSED", "MERGED");

    private final boolean shown;

    StyleguideController(@Value("${ledger.styleguide:false}") boolean shown) {
        this.shown = shown;
    }

    /** The page. */
    @GetMapping("/styleguide")
    String styleguide(Locale locale, Model model) throws IOException {
        if (!shown) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("tokens", Tokens.of(new ClassPathResource("static/css/tokens.css")
                .getContentAsString(StandardCharsets.UTF_8)));
        model.addAttribute("sheet", Samples.sheet(language));
        model.addAttribute("tiles", Samples.tiles(language));
        model.addAttribute("states", STATES);
        model.addAttribute("pages", new Samples.Pages("/styleguide", "/styleguide"));
        model.addAttribute(Typed.NAME, Samples.refused(language));
        return "styleguide";
    }
}
