package org.campaignledger.platform.web.pages.admin;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts for those who look after them, and everyone's own with its password. */
@Controller
class AccountsController {

    /** The roles that can be given. */
    static final List<String> ROLES = List.of("REPORTER", "HOST", "JUDGE", "AUDITOR", "ADMIN");

    private static final int ROWS = 50;

    private final AdminPages pages;
    private final CampaignSource campaigns;

    AccountsController(AdminPages pages, CampaignSource campaigns) {
        this.pages = pages;
        this.campaigns = campaigns;
    }

    /** The accounts, by role and by what their names contain. */
    @GetMapping("/accounts")
    String all(@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.ADMIN, Role.AUDITOR);
        String filter = (role.isBlank() ? "" : "&role=" + AdminPages.encoded(role))
                + (text.isBlank() ? "" : "&text=" + AdminPages.encoded(text.strip()));
        ContractAnswer answer = pages.contract().ask(AdminPages.API + "/accounts?limit=" + ROWS + filter
                + (after.isEmpty() ? "" : "&after=" + AdminPages.encoded(after)));
        Language language = PagesConfiguration.language(locale);
        List<CampaignFace> known = campaigns.campaigns();
        List<AccountRow> rows = new ArrayList<>();
        answer.body().path("items").forEach(item -> rows.add(AccountRow.of(item, known, language)));
        String next = answer.body().path("next").asString("");
        model.addAttribute("accounts", rows);
        model.addAttribute("wrong", !answer.isGranted());
        model.addAttribute("roles", ROLES);
        model.addAttribute("role", role);
        model.addAttribute("text", text);
        model.addAttribute("first", after.isEmpty() ? null : "/accounts?" + filter);
        model.addAttribute("next", next.isEmpty() ? null : "/accounts?after=" + AdminPages.encoded(next) + filter);
        model.addAttribute("opens", actor.role() == Role.ADMIN);
        return "admin/accounts";
    }

    /** The form for a new one of this role, which decides on what else has to be said. */
    @GetMapping("/accounts/open/{role}")
    String open(@PathVariable String role, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        if (!ROLES.contains(role)) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        List<CampaignFace> known = campaigns.campaigns();
        List<Option> units = once(known, face -> PhasesController.units(face, language));
        List<Option> categories = once(known, face -> face.categories().stream()
                .map(each -> new Option(each.id(), each.name().in(language))).toList());
        model.addAttribute("roles", ROLES);
        model.addAttribute("role", role);
        model.addAttribute("campaigns", !known.isEmpty());
        model.addAttribute("scopes", role.equals("HOST") ? categories : units);
        model.addAttribute("units", units);
        model.addAttribute("scoped", role.equals("REPORTER") || role.equals("JUDGE") || role.equals("HOST"));
        return "admin/account-new";
    }

    /** The choices of all campaigns, each code once. */
    private static List<Option> once(List<CampaignFace> campaigns, Function<CampaignFace, List<Option>> choices) {
        Map<String, Option> once = new LinkedHashMap<>();
        campaigns.forEach(face -> choices.apply(face).forEach(each -> once.putIfAbsent(each.value(), each)));
        return List.copyOf(once.values());
    }

    /** One account; everyone may see their own. */
    @GetMapping("/accounts/{username}")
    String one(@PathVariable String username, Locale locale, Model model) {
        show(username, locale, model);
        Actor actor = CurrentActor.get();
        if (actor.account().equals(username) || actor.role() == Role.ADMIN) {
            model.addAttribute("sessions", sessions(username));
        }
        return "admin/account";
    }

    /** Where the account is signed in, by the clock of the newest campaign. */
    private List<SessionRow> sessions(String username) {
        List<CampaignFace> known = campaigns.campaigns();
        ZoneId zone = known.isEmpty() ? ZoneOffset.UTC : ZoneId.of(known.getFirst().timeZone());
        return pages.contract().get(AdminPages.API + "/accounts/" + AdminPages.encoded(username) + "/sessions")
                .path("items").valueStream().map(each -> SessionRow.of(each, zone)).toList();
    }

    /** The form for another password: one's own, or, for an ADMIN, anybody's. */
    @GetMapping("/accounts/{username}/password")
    String password(@PathVariable String username, Locale locale, Model model) {
        AccountRow account = show(username, locale, model);
        if (account.disabled() || !Objects.equals(model.getAttribute("sets"), true)) {
            throw PageDoor.notFound();
        }
        return "admin/password";
    }

    private AccountRow show(String username, Locale locale, Model model) {
        Actor actor = CurrentActor.get();
        AccountRow account = AccountRow.of(pages.contract().get(AdminPages.API + "/accounts/"
                + AdminPages.encoded(username)), campaigns.campaigns(), PagesConfiguration.language(locale));
        boolean own = actor.account().equals(username);
        model.addAttribute("account", account);
        model.addAttribute("own", own);
        model.addAttribute("admin", actor.role() == Role.ADMIN);
        model.addAttribute("sets", own || actor.role() == Role.ADMIN);
        return account;
    }
}
