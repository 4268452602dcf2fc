package org.campaignledger.platform.web.pages.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The tokens of an account: its holder makes them, sees each once, and ends them; an ADMIN sees that there are some. */
@Controller
class TokensController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_DAYS = 90;

    private final AdminPages pages;
    private final CampaignSource campaigns;
    private final InstantSource clock;
    private final JsonMapper json;

    TokensController(AdminPages pages, CampaignSource campaigns, InstantSource clock, JsonMapper json) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.clock = clock;
        this.json = json;
    }

    /** The tokens, and for the holder the form for a further one. */
    @GetMapping("/accounts/{username}/tokens")
    String tokens(@PathVariable String username, Locale locale, Model model) {
        Actor actor = CurrentActor.get();
        boolean own = actor.account().equals(username);
        if (!own && actor.role() != Role.ADMIN) {
            throw PageDoor.notFound();
        }
        String account = AdminPages.API + "/accounts/" + AdminPages.encoded(username);
        List<TokenRow> rows = new ArrayList<>();
        pages.contract().get(account + "/tokens").path("items").forEach(item -> rows.add(TokenRow.of(item)));
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        model.addAttribute("account", AccountRow.of(pages.contract().get(account), campaigns.campaigns(),
                PagesConfiguration.language(locale)));
        model.addAttribute("own", own);
        model.addAttribute("admin", actor.role() == Role.ADMIN);
        model.addAttribute("tokens", rows);
        model.addAttribute("first", today.toString());
        model.addAttribute("last", today.plusYears(1).toString());
        model.addAttribute("usual", today.plusDays(USUAL_DAYS).toString());
        return "admin/tokens";
    }

    /**
     * Makes one and shows it on the answer itself: it is to be seen once, so no address leads to it again.
     *
     * @param key idempotency key of the page
     */
    @PostMapping("/accounts/{username}/tokens")
    @Nullable
    String make(@PathVariable String username, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String access, @RequestParam(defaultValue = "") String expiresOn,
            @RequestParam("_key") String key, Locale locale, Model model, HttpServletRequest request,
            HttpServletResponse response) throws ServletException, IOException {
        String page = "/accounts/" + AdminPages.encoded(username) + "/tokens";
        var body = json.createObjectNode().put("name", name.strip());
        if (!access.isBlank()) {
            body.put("access", access);
        }
        if (!expiresOn.isBlank()) {
            body.put("expiresOn", expiresOn);
        }
        ContractAnswer answer = pages.contract().send("POST", AdminPages.API + page, key, body);
        if (!answer.isGranted()) {
            Forms.drawAgain("token-new", page, request.getParameterMap(), answer, request, response);
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        String token = answer.body().path("token").asString("");
        model.addAttribute("token", token.isEmpty() ? null : token);
        return tokens(username, locale, model);
    }
}
