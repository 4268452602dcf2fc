package org.campaignledger.platform.web.pages;

import java.util.Locale;
import java.util.Set;

import org.campaignledger.platform.web.security.IssuerSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; in the demo season it lists the accounts to try. */
@Controller
class SignInController {

    private static final Set<String> ISSUER_SAID = Set.of("failed", "issuer-unavailable", "oidc-no-role",
            "oidc-differs",
            "oidc-name-taken", "account-disabled");

    private final ObjectProvider<DemoAccounts> demo;
    private final ObjectProvider<IssuerSignIn> issuer;

    SignInController(ObjectProvider<DemoAccounts> demo, ObjectProvider<IssuerSignIn> issuer) {
        this.demo = demo;
        this.issuer = issuer;
    }

    /**
     * The form; {@code ?error} after a wrong password, {@code ?wait} after too many of them, with seconds, {@code ?busy}
     * where it could not be verified, {@code ?codes} after too many wrong codes, {@code ?kept} with a form.
     */
    @GetMapping("/login")
    String form(@RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String busy,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String oidc,
            @RequestParam(required = false) @Nullable String codes,
            @RequestParam(required = false) @Nullable String wait, Locale locale, Model model) {
        model.addAttribute("wait", Waiting.of(wait, PagesConfiguration.language(locale)));
        model.addAttribute("failed", error != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("kept", kept != null);
        model.addAttribute("signedOut", logout != null);
        model.addAttribute("issuer", issuer.getIfAvailable() == null ? null : IssuerSignIn.START);
        model.addAttribute("issuerSaid", oidc == null || !ISSUER_SAID.contains(oidc) ? null : "login.oidc." + oidc);
        model.addAttribute("codes", codes != null);
        DemoAccounts accounts = demo.getIfAvailable();
        if (accounts != null) {
            model.addAttribute("demoAccounts", accounts.accounts(locale));
        }
        return "login";
    }

    /**
     * The second page, for the code; {@code ?error} after a wrong one, {@code ?wait} and {@code ?busy} as above,
     * {@code ?unreadable} where no code of the app can be right.
     */
    @GetMapping("/login/code")
    String code(@RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String busy,
            @RequestParam(required = false) @Nullable String unreadable,
            @RequestParam(required = false) @Nullable String wait, Locale locale, Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("unreadable", unreadable != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("wait", Waiting.of(wait, PagesConfiguration.language(locale)));
        return "login-code";
    }
}
