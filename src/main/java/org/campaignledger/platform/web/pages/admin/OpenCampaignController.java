package org.campaignledger.platform.web.pages.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.PageDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an ADMIN opens a campaign with a definition: a shipped one, or one that is typed or read from a file. */
@Controller
class OpenCampaignController {

    private final AdminPages pages;

    OpenCampaignController(AdminPages pages) {
        this.pages = pages;
    }

    /**
     * What is wrong at a place of a definition.
     *
     * @param line  of the text, from 1; 0 where it is of the whole
     * @param text  of that line
     * @param field its path
     */
    record Fault(int line, String text, String field, String message) {}

    /**
     * The form.
     *
     * @param use id of a shipped definition whose text is to stand in the form; absent for none
     */
    @GetMapping("/campaigns/new")
    String form(@RequestParam(required = false) @Nullable String use, Model model) {
        PageDoor.of(Role.ADMIN);
        List<String> shipped = shipped();
        boolean known = use != null && shipped.contains(use);
        return show(model, shipped, known ? use : null,
                known ? pages.contract().text(AdminPages.API + "/definitions/" + use).orElse("") : "", List.of(), "",
                null);
    }

    /**
     * Opens it, or shows the text again with what is wrong with it.
     *
     * @param key  the idempotency key that the form was drawn with
     * @param text the definition, in YAML or JSON
     */
    @PostMapping("/campaigns/new")
    String open(@RequestParam("_key") String key, @RequestParam(defaultValue = "") String text,
            HttpServletResponse response, Model model) {
        PageDoor.of(Role.ADMIN);
        ContractAnswer answer = pages.contract().send("POST", AdminPages.API + "/campaigns", key,
                text.stripLeading().startsWith("{") ? "application/json" : "application/yaml",
                text.getBytes(StandardCharsets.UTF_8));
        if (answer.isGranted()) {
            return "redirect:/c/" + answer.body().path("id").asString("") + "/phases?told=" + answer.position();
        }
        response.setStatus(answer.status() == HttpStatus.UNAUTHORIZED.value()
                ? HttpStatus.FORBIDDEN.value()
                : answer.status());
        List<Fault> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        answer.body().path("errors").forEach(error -> {
            String field = error.path("field").asString("");
            int line = DefinitionLines.of(text, field);
            faults.add(new Fault(line, line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip(), field,
                    error.path("message").asString(error.path("code").asString(""))));
        });
        faults.sort(Comparator.comparingInt(Fault::line));
        return show(model, shipped(), null, text, faults, answer.detail(), key);
    }

    private List<String> shipped() {
        List<String> ids = new ArrayList<>();
        pages.contract().get(AdminPages.API + "/definitions").path("items")
                .forEach(item -> ids.add(item.asString("")));
        return ids;
    }

    private static String show(Model model, List<String> shipped, @Nullable String used, String text,
            List<Fault> faults, String refused, @Nullable String key) {
        model.addAttribute("shipped", shipped);
        model.addAttribute("used", used);
        model.addAttribute("text", text);
        model.addAttribute("faults", faults);
        model.addAttribute("refused", refused);
        model.addAttribute("key", key);
        return "admin/campaign-new";
    }
}
