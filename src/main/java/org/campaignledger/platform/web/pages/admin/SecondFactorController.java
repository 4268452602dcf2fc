package org.campaignledger.platform.web.pages.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.forms.Forms;
import org.campaignledger.platform.web.qr.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One's own second factor: begun, shown as a QR code, confirmed by a code. Recovery codes are shown once, and kept nowhere. */
@Controller
class SecondFactorController {

    private static final String VIEW = "admin/second-factor";

    private final AdminPages pages;
    private final JsonMapper json;

    SecondFactorController(AdminPages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** How far it is, and what is to be done next. */
    @GetMapping("/accounts/{username}/second-factor")
    String state(@PathVariable String username, Model model) {
        mustBeOwn(username);
        JsonNode factor = pages.fresh(api(username));
        String secret = factor.path("secret").asString("");
        model.addAttribute("account", username);
        model.addAttribute("state", factor.path("state").asString("NONE"));
        model.addAttribute("left", factor.path("recoveryCodesLeft").asInt(0));
        model.addAttribute("secret", secret.replaceAll("(.{4})(?!$)", "$1 "));
        model.addAttribute("qr", secret.isEmpty() ? null : QrCode.of(factor.path("uri").asString("")));
        return VIEW;
    }

    /** The code of the app: the recovery codes are shown with the answer, or the page again with what is wrong. */
    @PostMapping("/accounts/{username}/second-factor")
    @Nullable
    String confirm(@PathVariable String username, @RequestParam(defaultValue = "") String code,
            @RequestParam("_key") String key, Model model, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        mustBeOwn(username);
        ContractAnswer answer = pages.contract().send("POST", api(username) + "/confirm", key,
                json.createObjectNode().put("code", code.strip()));
        if (!answer.isGranted()) {
            Forms.drawAgain("confirm", "/accounts/" + AdminPages.encoded(username) + "/second-factor", answer, request,
                    response);
            return null;
        }
        List<String> codes = new ArrayList<>();
        answer.body().path("recoveryCodes").forEach(each -> codes.add(each.asString()));
        state(username, model);
        model.addAttribute("codes", codes);
        return VIEW;
    }

    private static String api(String username) {
        return AdminPages.API + "/accounts/" + AdminPages.encoded(username) + "/second-factor";
    }

    private static void mustBeOwn(String username) {
        if (!CurrentActor.get().account().equals(username)) {
            throw PageDoor.notFound();
        }
    }
}
