package org.campaignledger.platform.web.pages.subscriptions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.PageDoor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the links of mails lead. Looking changes nothing, since machines follow links to see whether they are harmful;
 * the buttons do, and so does what a mail program sends when one presses its own (RFC 8058).
 */
@Controller
@RequestMapping("/subscriptions/{link}")
class SubscriptionLinkController {

    private final Contract contract;

    SubscriptionLinkController(Contract contract) {
        this.contract = contract;
    }

    private static String path(String link) {
        if (!link.matches("[A-Za-z0-9_-]{43}")) {
            throw PageDoor.notFound();
        }
        return "/api/v1/subscriptions/links/" + link;
    }

    @GetMapping
    String look(@PathVariable String link, Model model, HttpServletResponse response) {
        model.addAttribute("subscription", contract.get(path(link)));
        return shown(link, model, response);
    }

    /** Some mail programs open what stands for one click as a page. */
    @GetMapping("/cancel")
    String lookFirst(@PathVariable String link, Model model, HttpServletResponse response) {
        return look(link, model, response);
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable String link, Model model, HttpServletResponse response) {
        return done(link, "confirm", model, response);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String link, Model model, HttpServletResponse response) {
        return done(link, "cancel", model, response);
    }

    private String done(String link, String what, Model model, HttpServletResponse response) {
        ContractAnswer answer = contract.send("POST", path(link) + "/" + what, UUID.randomUUID().toString(), null);
        if (!answer.isGranted()) {
            response.setStatus(answer.status());
            model.addAttribute("refused", answer.detail());
        }
        model.addAttribute("subscription", contract.get(path(link)));
        return shown(link, model, response);
    }

    private static String shown(String link, Model model, HttpServletResponse response) {
        model.addAttribute("link", link);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        return "subscriptions/link";
    }
}
