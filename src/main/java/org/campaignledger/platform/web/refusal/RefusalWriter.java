package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes refusals as problem documents (RFC 9457), always as JSON whatever Accept says, in the language asked for, never
 * to be cached. Usable outside the framework's own handling, in filters and entry points. 429 and 503 always carry
 * Retry-After, in seconds: the argument {@code retryAfterSeconds} of a violation if there is one, else 2.
 */
public final class RefusalWriter {

    /** Attribute of a request: the code with which it was refused. */
    public static final String CODE = RefusalWriter.class.getName() + ".code";

    /** Stands before the code in a problem's {@code type}. */
    public static final String TYPE_PREFIX = "urn:campaign-ledger:refusal:";

    /** When to come again where nothing better is known, in seconds. */
    public static final int DEFAULT_RETRY_AFTER_SECONDS = 2;

    private static final JsonMapper JSON = new JsonMapper();

    /** As the door writes everything else. */
    private static final JsonMapper DETAILS = JsonMapper.shared();

    private final RefusalCatalogue catalogue = RefusalCatalogue.shipped();
    private final ExistingVisibility visibility;

    /** A writer that names an earlier record only where the visibility allows it. */
    public RefusalWriter(ExistingVisibility visibility) {
        this.visibility = visibility;
    }

    /** The code of a refusal of which nothing but its status is known. */
    public static String codeOf(int status) {
        return FrameworkAnswers.ofStatus(status).code();
    }

    /** Writes a refusal with the status of its kind. Does nothing if the response is on its way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        write(request, response, Answer.of(refused));
    }

    /** Writes a refusal of this status that consists of its code alone, such as 401 {@code not-signed-in}. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        write(request, response, Answer.of(status, code));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        request.setAttribute(CODE, answer.code());
        Language language = RequestLanguage.of(request);
        byte[] body = JSON.writeValueAsBytes(problem(answer, language));
        writeHead(response, answer, language);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
        }
        response.flushBuffer();
    }

    private static void writeHead(HttpServletResponse response, Answer answer, Language language) {
        response.setStatus(answer.status());
        writeHeaders(response, answer);
        // Left over from the answer that was meant to be given, such as a download.
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** What belongs to the refusal in whatever form it is told. */
    static void writeHeaders(HttpServletResponse response, Answer answer) {
        answer.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (answer.status() == 429 || answer.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(
                    answer.arguments().containsKey("retryAfterSeconds")
                            ? answer.arguments().get("retryAfterSeconds")
                            : DEFAULT_RETRY_AFTER_SECONDS));
        }
    }

    private ObjectNode problem(Answer answer, Language language) {
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", TYPE_PREFIX + answer.code());
        problem.put("title", catalogue.title(language, answer.code()));
        problem.put("status", answer.status());
        problem.put("detail", detail(answer, language));
        problem.put("code", answer.code());
        ArrayNode errors = problem.putArray("errors");
        for (Violation violation : answer.errors()) {
            ObjectNode error = errors.addObject();
            error.put("field", violation.field());
            error.put("code", violation.code());
            error.put("message", catalogue.message(language, violation.code(), violation.arguments()));
        }
        Refused.Existing existing = answer.existing();
        if (existing != null && visibility.maySee(existing)) {
            problem.putObject("existing").put("id", existing.id()).put("position", existing.position());
        }
        answer.details().forEach((name, value) -> problem.set(name, DETAILS.valueToTree(value)));
        return problem;
    }

    private String detail(Answer answer, Language language) {
        Map<String, ?> arguments = answer.arguments();
        return catalogue.message(language, answer.code(), arguments);
    }
}
