package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.PageDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes every form of the pages where no script does: it becomes the command that the form names, sent to the contract
 * with the key that the form was drawn with, so that a second press of the button records nothing again. What was
 * refused shows its page once more, with what was typed and what is wrong; what was granted leads on, so that
 * reloading sends nothing.
 */
@Controller
class FormController {

    private static final Pattern COMMAND = Pattern.compile("/api/v1(?:/[A-Za-z0-9._~-]+)+");

    /** What writes nothing: its answer is shown on the form's own page, with everything typed. */
    private static final String PREVIEW = "/preview";

    /** What is told once: its answer is shown on the form's own page as well. */
    private static final String REVEAL = "/reveal";

    private final Contract contract;
    private final FormBody bodies;

    FormController(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.bodies = new FormBody(json);
    }

    /**
     * A form.
     *
     * @param to   path of the command, below {@code /api/v1}
     * @param back the page that the form stands on, shown again if it is refused
     * @param done the page that comes after; the form's own where it names none. {@code {id}} becomes what was made
     * @param key  the idempotency key that the form was drawn with
     * @param form which form of the page it is
     */
    @PostMapping("/forms")
    @Nullable
    ResponseEntity<Void> take(@RequestParam("_to") String to, @RequestParam("_back") String back,
            @RequestParam(name = "_done", defaultValue = "") String done, @RequestParam("_key") String key,
            @RequestParam(name = "_form", defaultValue = "") String form,
            @RequestParam(name = "_method", defaultValue = "POST") String method, HttpServletRequest request,
            HttpServletResponse response) throws ServletException, IOException {
        if (!COMMAND.matcher(to).matches() || !LocalPages.holds(back) || !done.isEmpty() && !LocalPages.holds(done
                .replace("{id}", "id"))) {
            throw PageDoor.notFound();
        }
        Map<String, String[]> fields = request.getParameterMap();
        FormBody.Made made = bodies.of(fields);
        ContractAnswer answer = contract.send(method.equals("PUT") ? "PUT" : "POST", to, key, made.body());
        if (answer.isGranted() && (to.endsWith(PREVIEW) || to.endsWith(REVEAL))) {
            request.setAttribute(Typed.NAME, Typed.seen(form, fields));
            request.setAttribute(to.endsWith(PREVIEW) ? Typed.PREVIEW : Typed.ANSWER, answer.body());
            Forms.draw(back, answer.status(), request, response);
            return null;
        }
        if (answer.isGranted()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(next(done.isEmpty() ? back : done, form, answer)).build();
        }
        request.setAttribute(Typed.NAME, Typed.of(form, fields, answer.body(), answer.detail(), made::field));
        Forms.draw(back, answer.status(), request, response);
        return null;
    }

    /** The page that comes after, told what became of it: recorded, asked for, or done without a record. */
    private static URI next(String page, String form, ContractAnswer answer) {
        String id = answer.body().path("id").asString("");
        UriComponentsBuilder next = UriComponentsBuilder.fromUriString(page.replace("{id}", UriUtils.encodePathSegment(
                id, StandardCharsets.UTF_8)));
        if (answer.body().has("correction")) {
            next.replaceQueryParam("asked", UriUtils.encode(id, StandardCharsets.UTF_8));
        } else if (answer.body().has("position") && answer.position() != null) {
            next.replaceQueryParam("told", answer.position());
        } else {
            next.replaceQueryParam("sent", UriUtils.encode(form, StandardCharsets.UTF_8));
        }
        // What stands in the address of a page is encoded already.
        return URI.create(next.build().toUriString());
    }
}
