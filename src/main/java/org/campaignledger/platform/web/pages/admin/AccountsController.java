package org.campaignledger.platform.web.pages.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PageFrame;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts for those who look after them, and everyone's own with its password. */
@Controller
class AccountsController {

    /** The roles that can be given. */
    static final List<String> ROLES = List.of("REPORTER", "HOST", "JUDGE", "AUDITOR", "ADMIN");

    private static final int ROWS = 50;

    private final AdminPages pages;

    AccountsController(AdminPages pages) {
        this.pages = pages;
    }

    /** The accounts, by role and by what their names contain. */
    @GetMapping("/accounts")
    String all(@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after, @ModelAttribute("frame") PageFrame frame, Locale locale,
            Model model) {
        Actor actor = PageDoor.of(Role.ADMIN, Role.AUDITOR);
        String filter = (role.isBlank() ? "" : "&role=" + AdminPages.encoded(role))
                + (text.isBlank() ? "" : "&text=" + AdminPages.encoded(text.strip()));
        ContractAnswer answer = pages.contract().ask(AdminPages.API + "/accounts?limit=" + ROWS + filter
                + (after.isEmpty() ? "" : "&after=" + AdminPages.encoded(after)));
        Language language = PagesConfiguration.language(locale);
        CampaignFace face = pages.desk().find(frame.campaignId()).orElse(null);
        List<AccountRow> rows = new ArrayList<>();
        answer.body().path("items").forEach(item -> rows.add(AccountRow.of(item, face, language)));
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
    String open(@PathVariable String role, @ModelAttribute("frame") PageFrame frame, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        if (!ROLES.contains(role)) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        CampaignFace face = pages.desk().find(frame.campaignId()).orElse(null);
        List<Option> units = face == null ? List.of() : PhasesController.units(face, language);
        List<Option> categories = face == null
                ? List.of()
                : face.categories().stream().map(each -> new Option(each.id(), each.name().in(language))).toList();
        model.addAttribute("roles", ROLES);
        model.addAttribute("role", role);
        model.addAttribute("campaigns", face != null);
        model.addAttribute("scopes", role.equals("HOST") ? categories : units);
        model.addAttribute("units", units);
        model.addAttribute("scoped", role.equals("REPORTER") || role.equals("JUDGE") || role.equals("HOST"));
        return "admin/account-new";
    }

    /** One account; everyone may see their own. */
    @GetMapping("/accounts/{username}")
    String one(@PathVariable String username, @ModelAttribute("frame") PageFrame frame, Locale locale,
            Model model) {
        show(username, frame, locale, model);
        return "admin/account";
    }

    /** The form for another password: one's own, or, for an ADMIN, anybody's. */
    @GetMapping("/accounts/{username}/password")
    String password(@PathVariable String username, @ModelAttribute("frame") PageFrame frame, Locale locale,
            Model model) {
        AccountRow account = show(username, frame, locale, model);
        if (account.disabled() || !Objects.equals(model.getAttribute("sets"), true)) {
            throw PageDoor.notFound();
        }
        return "admin/password";
    }

    private AccountRow show(String username, PageFrame frame, Locale locale, Model model) {
        Actor actor = CurrentActor.get();
        @Nullable
        CampaignFace face = pages.desk().find(frame.campaignId()).orElse(null);
        AccountRow account = AccountRow.of(pages.contract().get(AdminPages.API + "/accounts/"
                + AdminPages.encoded(username)), face, PagesConfiguration.language(locale));
        boolean own = actor.account().equals(username);
        model.addAttribute("account", account);
        model.addAttribute("own", own);
        model.addAttribute("admin", actor.role() == Role.ADMIN);
        model.addAttribute("sets", own || actor.role() == Role.ADMIN);
        return account;
    }
}
