package org.campaignledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger answered, and what may be claimed of it. */
public final class Answer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String question;
    private final HttpResponse<byte[]> response;

    Answer(String question, HttpResponse<byte[]> response) {
        this.question = question;
        this.response = response;
    }

    /** Something new is recorded: 201, with its place and its position. */
    public Answer isRecorded() {
        return accepted(201).placed();
    }

    /** An action on something that exists is done: 200, with the position written. */
    public Answer isDone() {
        return accepted(200);
    }

    /** Something is shown, with the position that it reflects. */
    public Answer isShown() {
        assertThat(status()).as(this::told).isEqualTo(200);
        assertThat(header("Ledger-Position")).as(this::told).matches("\\d+");
        return this;
    }

    private Answer accepted(int status) {
        assertThat(status()).as(this::told).isEqualTo(status);
        assertThat(json().path("position").longValue()).as(this::told).isPositive().isEqualTo(position());
        assertThat(id()).as(this::told).isNotBlank();
        return this;
    }

    private Answer placed() {
        assertThat(header("Location")).as(this::told).startsWith("/api/v1/");
        return this;
    }

    /** It is the first answer once more. */
    public Answer isAReplay() {
        assertThat(header("Idempotency-Replayed")).as(this::told).isEqualTo("true");
        return this;
    }

    /** It is not an earlier answer. */
    public Answer isNoReplay() {
        assertThat(header("Idempotency-Replayed")).as(this::told).isNull();
        return this;
    }

    /** Refused with a problem document of this status and code. */
    public Answer isRefusedWith(int status, String code) {
        assertThat(status()).as(this::told).isEqualTo(status);
        assertThat(header("Content-Type")).as(this::told).startsWith("application/problem+json");
        assertThat(json().path("status").intValue()).as(this::told).isEqualTo(status);
        assertThat(json().path("code").stringValue()).as(this::told).isEqualTo(code);
        assertThat(json().path("title").stringValue()).as(this::told).isNotBlank();
        assertThat(json().path("detail").stringValue()).as(this::told).isNotBlank();
        assertThat(json().path("errors").isArray()).as(this::told).isTrue();
        return this;
    }

    /** Among its errors is this one. */
    public Answer naming(String field, String code) {
        assertThat(errors()).as(this::told).contains(field + " " + code);
        return this;
    }

    /** Its errors are these, in any order, written as field and code with a space between. */
    public Answer namingJust(String... fieldsAndCodes) {
        assertThat(errors()).as(this::told).containsExactlyInAnyOrder(fieldsAndCodes);
        return this;
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        json().path("errors").forEach(error -> {
            assertThat(error.path("message").stringValue()).as(this::told).isNotBlank();
            errors.add(error.path("field").stringValue() + " " + error.path("code").stringValue());
        });
        return errors;
    }

    /** It shows the record that stands in the way. */
    public Answer showing(Answer existing) {
        assertThat(json().path("existing").path("id").stringValue()).as(this::told).isEqualTo(existing.id());
        assertThat(json().path("existing").path("position").longValue()).as(this::told)
                .isEqualTo(existing.position());
        return this;
    }

    /** It does not tell of any record. */
    public Answer hidingWhatExists() {
        assertThat(json().has("existing")).as(this::told).isFalse();
        return this;
    }

    /** The status. */
    public int status() {
        return response.statusCode();
    }

    /** A header, if it is there. */
    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** A cookie that it sets, as it is to be sent back. */
    public String cookie(String name) {
        return response.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, (cookie + ";").indexOf(';'))).findFirst().orElse("");
    }

    /** The position written, or the one that is reflected. */
    public long position() {
        String position = header("Ledger-Position");
        Assertions.assertThat(position).as(this::told).isNotNull();
        return Long.parseLong(String.valueOf(position));
    }

    /** Id of what was made or acted upon. */
    public String id() {
        return String.valueOf(json().path("id").stringValue(null));
    }

    /** Where it can be fetched. */
    public String location() {
        return String.valueOf(header("Location"));
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(text());
    }

    /** A place in the body, as a JSON pointer. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** It is 200, of something that stands at no position. */
    public Answer isFound() {
        assertThat(status()).as(told()).isEqualTo(200);
        return this;
    }

    /** The body as it came. */
    public byte[] bytes() {
        return response.body();
    }

    /** The body as text. */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String told() {
        String text = text();
        return question + " → " + status() + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }

    @Override
    public String toString() {
        return told();
    }
}
