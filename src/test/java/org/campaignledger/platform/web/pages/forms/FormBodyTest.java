package org.campaignledger.platform.web.pages.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a form's fields become, and where an answer's errors go back to. */
class FormBodyTest {

    private final FormBody bodies = new FormBody(JsonMapper.shared());

    private FormBody.Made made(String... namesAndValues) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], new String[]{namesAndValues[i + 1]});
        }
        return bodies.of(fields);
    }

    @Test
    void namesWithDotsBecomeObjectsAndTheHiddenFieldsStayOut() {
        assertThat(made("_to", "/x", "person.name", " 某人 ", "note", " ").body())
                .hasToString("{\"person\":{\"name\":\"某人\"}}");
        assertThat(made("_key", "k", "reason", " ").body()).isNull();
    }

    @Test
    void figuresFlagsAndLinesAreWhatTheFormSaysTheyAre() {
        assertThat(made("_numbers", "count,bad", "_flags", "public", "_lines", "links", "count", "1,200", "bad",
                "viele", "public", "true", "links", "a\r\n\r\nb").body())
                .hasToString("{\"count\":1200,\"bad\":\"viele\",\"public\":true,\"links\":[\"a\",\"b\"]}");
    }

    @Test
    void aListHoldsOnlyWhatWasTypedAndKnowsWhere() {
        FormBody.Made made = made("_keys", "changes:unit", "_numbers", "changes.events", "changes[BJ].events", "",
                "changes[FJ].events", "90", "changes[GD].events", "x");
        assertThat(made.body()).hasToString("{\"changes\":[{\"unit\":\"FJ\",\"events\":90},"
                + "{\"unit\":\"GD\",\"events\":\"x\"}]}");
        assertThat(made.field("changes[1].events")).isEqualTo("changes[GD].events");
        assertThat(made.field("changes[7].events")).isEqualTo("changes[7].events");
        assertThat(made.field("reason")).isEqualTo("reason");
    }

    @Test
    void aPasswordIsTakenAsItWasTypedAndNeverShownAgain() {
        assertThat(made("password", " with spaces ").body()).hasToString("{\"password\":\" with spaces \"}");
        Typed typed = Typed.of("account", Map.of("password", new String[]{"quiet-harbour-77"}, "username",
                new String[]{"x"}), JsonMapper.shared().readTree("""
                    {"errors": [{"field": "password", "code": "weak-password", "message": "too weak"}]}"""),
                "refused", field -> field);
        assertThat(typed.toString()).doesNotContain("quiet-harbour-77");
        assertThat(typed.error("password")).isEqualTo("too weak");
        assertThat(typed.value("username", null)).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/2019/phases", "/c/2019/sub-units?unit=FJ", "/accounts?text=%E7%A6%8F",
            "/corrections/0197-a", "/record", "/campaigns/new"})
    void aPageOfThisServiceIsOne(String path) {
        assertThat(LocalPages.holds(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//host/c", "/c//host", "/c/../actuator", "/c/%2e%2e/x", "/api/v1/accounts", "/cx",
            "/c/2019;x", "/actuator/health", "https://host/", "/\\host", "/c/2019\nx", "/c/2019?a=\r\nb"})
    void anythingElseIsNone(String path) {
        assertThat(LocalPages.holds(path)).isFalse();
    }
}
