package org.campaignledger.platform.web.pages.works;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.forms.AnsweredForms;
import org.campaignledger.platform.web.pages.forms.Forms;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * Submitting a work without an account, and following it, where no script does: the contract is asked from inside, so
 * that its bounds for each address hold here as well. A receipt code is typed into a form's body and shown on a page;
 * it never stands in an address.
 */
@Controller
class PlainSubmissions {

    private static final String FILE = "file";
    private static final String WORK = "work";
    private static final String RECEIPT = "receipt";
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final String CODE = "[A-Za-z0-9 -]{1,64}";

    private final Contract contract;
    private final AnsweredForms forms;

    PlainSubmissions(Contract contract, AnsweredForms forms) {
        this.contract = contract;
        this.forms = forms;
    }

    /**
     * A submission; its page then shows the receipt code, this once.
     *
     * @param key the idempotency key that the form was drawn with
     */
    @PostMapping("/c/{campaign}/submit/{category}")
    void submit(@PathVariable String campaign, @PathVariable String category, @RequestParam("_key") String key,
            HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String file = Objects.requireNonNullElse(request.getParameter(WORK), "");
        // The page says of a file that has come in that it is there, also when it is drawn once more.
        forms.take(WORK, command(campaign, category), key, page(campaign, category) + (file.matches(DIGEST)
                ? "?file=" + file
                : ""), request, response);
    }

    /** Its file, which is sent first; as with a reporter's, its parameters stand in the address. */
    @PostMapping("/c/{campaign}/submit/{category}/file")
    @Nullable
    ResponseEntity<Void> file(@PathVariable String campaign, @PathVariable String category, @RequestParam String key,
            HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        ContractAnswer answer = contract.pass(command(campaign, category) + "/files", key);
        String page = page(campaign, category);
        if (answer.isGranted()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page + "?file=" + answer.body()
                    .path("sha256").asString(""))).build();
        }
        Forms.drawAgain(FILE, page, answer, request, response);
        return null;
    }

    /** What became of the work of a receipt code. What can be no code is asked of nobody. */
    @PostMapping("/c/{campaign}/receipt")
    void receipt(@PathVariable String campaign, @RequestParam(defaultValue = "") String code,
            HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String page = "/c/" + segment(campaign) + "/receipt";
        ContractAnswer answer = contract.ask("/api/v1/campaigns/" + segment(campaign) + "/submissions/"
                + (code.strip().matches(CODE) ? segment(code.strip()) : "0"));
        if (answer.isGranted()) {
            request.setAttribute(Typed.ANSWER, answer.body());
            request.setAttribute(Typed.NAME, Typed.seen(RECEIPT, Map.of("code", new String[]{code})));
            Forms.draw(page, answer.status(), request, response);
        } else {
            Forms.drawAgain(RECEIPT, page, Map.of("code", new String[]{code}), answer, request, response);
        }
    }

    private static String command(String campaign, String category) {
        return "/api/v1/campaigns/" + segment(campaign) + "/categories/" + segment(category) + "/submissions";
    }

    private static String page(String campaign, String category) {
        return "/c/" + segment(campaign) + "/submit/" + segment(category);
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
