package org.campaignledger.platform.web.pages.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who answers questions about a category: an ADMIN names them, whoever audits reads along. */
@Controller
class ContactsController {

    private final AdminPages pages;

    ContactsController(AdminPages pages) {
        this.pages = pages;
    }

    /** A contact as the reader may see them; {@code shown} tells whether everybody does. */
    record ContactRow(String name, String phone, String host, boolean shown) {}

    /** Leads to the first category. */
    @GetMapping("/c/{campaign}/contacts")
    String first(@PathVariable String campaign) {
        PageDoor.of(Role.ADMIN, Role.AUDITOR);
        CampaignFace face = pages.desk().campaign(campaign);
        return face.categories().stream().findFirst()
                .map(first -> "redirect:/c/" + campaign + "/categories/" + first.id() + "/contacts")
                .orElseThrow(PageDoor::notFound);
    }

    /** Those of one category. */
    @GetMapping("/c/{campaign}/categories/{category}/contacts")
    String contacts(@PathVariable String campaign, @PathVariable String category, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.ADMIN, Role.AUDITOR);
        CampaignFace face = pages.desk().campaign(campaign);
        CampaignFace.Category known = face.category(category).orElseThrow(PageDoor::notFound);
        Language language = PagesConfiguration.language(locale);
        List<ContactRow> rows = new ArrayList<>();
        pages.fresh(AdminPages.API + "/campaigns/" + campaign + "/categories/" + category + "/contacts").path("items")
                .forEach(item -> rows.add(new ContactRow(item.path("name").asString(""),
                        item.path("phone").asString(""), item.path("host").asString(""),
                        item.path("public").asBoolean(false))));
        model.addAttribute("campaign", campaign);
        model.addAttribute("title", face.title().in(language));
        model.addAttribute("category", category);
        model.addAttribute("categoryName", known.name().in(language));
        model.addAttribute("categories", face.categories().stream()
                .map(each -> new Option(each.id(), each.name().in(language))).toList());
        model.addAttribute("hosts", known.rules().hosts().stream().map(host -> new Option(host, host)).toList());
        model.addAttribute("contacts", rows);
        model.addAttribute("names", actor.role() == Role.ADMIN);
        return "admin/contacts";
    }
}
