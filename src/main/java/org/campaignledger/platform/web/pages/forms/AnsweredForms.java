package org.campaignledger.platform.web.pages.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms without scripts whose answer is told once and stands nowhere else, such as a receipt code: it is shown on the
 * form's own page, which leads nowhere. Sent again, with the same key, it is the same answer.
 */
@Component
public class AnsweredForms {

    private final Contract contract;
    private final FormBody bodies;

    AnsweredForms(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.bodies = new FormBody(json);
    }

    /**
     * Sends what was typed, and draws the page with the answer ({@link Typed#ANSWER}) or with what is wrong.
     *
     * @param form its name on the page
     * @param to   path of the command, below {@code /api/v1}
     * @param key  the idempotency key that the form was drawn with
     * @param page the page that it stands on
     */
    public void take(String form, String to, String key, String page, HttpServletRequest request,
            HttpServletResponse response) throws ServletException, IOException {
        Map<String, String[]> fields = request.getParameterMap();
        FormBody.Made made = bodies.of(fields);
        ContractAnswer answer = contract.send("POST", to, key, made.body());
        if (answer.isGranted()) {
            request.setAttribute(Typed.ANSWER, answer.body());
        } else {
            request.setAttribute(Typed.NAME, Typed.of(form, fields, answer.body(), answer.detail(), made::field));
        }
        Forms.draw(page, answer.status(), request, response);
    }
}
