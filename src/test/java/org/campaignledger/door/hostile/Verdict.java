package org.campaignledger.door.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer may stand, whatever was asked. */
final class Verdict {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What tells of the inside: classes, traces, statements, products. None of it is in anything that is sent. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(org\\.(campaignledger|springframework|apache|axonframework"
                    + "|postgresql|thymeleaf)|tools\\.jackson|com\\.fasterxml|jakarta\\.servlet|java\\.(util|io|net|time))\\."
                    + "|^\\s+at [a-z]+\\.|[a-z]Exception\\b|SQLSTATE|PSQL|Whitelabel|Apache Tomcat|HTTP Status \\d",
            Pattern.MULTILINE);

    private Verdict() {}

    /** What is wrong with the answer, in words; empty where nothing is. */
    static Optional<String> on(Operation operation, Asked asked, Reply reply) {
        return Optional.ofNullable(reply.status() == 0
                ? asked.broken() ? null : "the line was cut without an answer"
                : fault(operation, asked, reply));
    }

    private static @Nullable String fault(Operation operation, Asked asked, Reply reply) {
        int status = reply.status();
        if (status >= 500 && status != 503) {
            return "answered " + status;
        }
        if ((status == 503 || status == 429) && reply.header("Retry-After") == null) {
            return status + " without Retry-After";
        }
        if (reply.header(Evil.SMUGGLED) != null) {
            return "a header was smuggled into the answer";
        }
        String location = reply.header("Location");
        if (location != null && !location.matches("/(?!/)[\\x21-\\x7e]*")) {
            return "leads elsewhere: " + location;
        }
        String text = reply.text();
        Matcher inside = INSIDE.matcher(text);
        if (inside.find() && !sent(asked).contains(inside.group())) {
            return "tells of the inside: " + inside.group();
        }
        if (text.contains(Evil.CALCULATED)) {
            return "a template calculated what was sent";
        }
        boolean html = reply.mediaType().startsWith("text/html");
        if (html && text.contains(Evil.MARKUP)) {
            return "a page holds the markup that was sent";
        }
        boolean bodiless = asked.method().equals("HEAD") || status == 304;
        return status >= 400 ? refusal(operation, asked, reply, bodiless) : grant(operation, asked, reply, bodiless);
    }

    private static String sent(Asked asked) {
        return new String(asked.bytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable String refusal(Operation operation, Asked asked, Reply reply, boolean bodiless) {
        if (bodiless) {
            return null;
        }
        // An address that was made another may be one of a page.
        boolean ofPrograms = asked.target().matches("(?s)/(api/v1|log)/.*") && !asked.target().contains("..");
        if (ofPrograms) {
            if (!reply.mediaType().startsWith("application/problem+json")) {
                return reply.status() + " is no problem document but " + reply.mediaType();
            }
            JsonNode problem = tree(reply.text());
            return problem != null && problem.path("status").asInt() == reply.status() && problem.path("code")
                    .isString()
                    && !problem.path("title").asString("").isBlank() && !problem.path("detail").asString("").isBlank()
                    && problem.path("errors").isArray() ? null : "the problem document is not one";
        }
        return null;
    }

    private static @Nullable String grant(Operation operation, Asked asked, Reply reply, boolean bodiless) {
        int status = reply.status();
        if (!operation.path().startsWith("/api/v1") || bodiless || !reply.whole() || status >= 300
                || !asked.method().equals(operation.method())) {
            return null;
        }
        if (status != 200 && status != 201 && status != 202 && status != 206 && status != 204) {
            return "grants with " + status;
        }
        if (!reply.mediaType().startsWith("application/json")) {
            return null;
        }
        JsonNode tree = tree(reply.text());
        if (tree == null) {
            return "what is granted is no JSON";
        }
        if (status == 201 && reply.header("Location") == null) {
            return "something new stands nowhere";
        }
        String position = reply.header("Ledger-Position");
        boolean written = operation.isCommand() && tree.has("id") && tree.has("position");
        return written && !tree.get("position").asString("").equals(position)
                ? "the position is not that of the header"
                : !operation.isCommand() && position == null ? "reflects no position" : null;
    }

    static @Nullable JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
