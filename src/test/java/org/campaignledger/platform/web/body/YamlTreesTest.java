package org.campaignledger.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class YamlTreesTest {

    private static JsonNode yaml(String text) throws IOException {
        return YamlTrees.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> found(String text) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, () -> yaml(text));
        assertThat(refused.code()).isEqualTo("malformed");
        return refused.violations().stream().map(v -> v.field() + " " + v.code()).toList();
    }

    @Test
    void scalarsThatLookLikeOtherThingsStayTexts() throws IOException {
        JsonNode tree = yaml("""
            # a comment
            day: 2019-05-29
            country: no
            yes: on
            time: 12:30
            plan: 12351+
            octal: 010
            grouped: 1_000
            hex: 0x1F
            id: "2019"
            tilde: ~
            """);

        assertThat(tree.toString()).isEqualTo("{\"day\":\"2019-05-29\",\"country\":\"no\",\"yes\":\"on\","
                + "\"time\":\"12:30\",\"plan\":\"12351+\",\"octal\":\"010\",\"grouped\":\"1_000\",\"hex\":\"0x1F\","
                + "\"id\":\"2019\",\"tilde\":\"~\"}");
    }

    @Test
    void numbersTruthsAndNothingAreRead() throws IOException {
        assertThat(yaml("{n: 50, f: 1.5, t: true, e: , z: null, q: '', l: [a, b]}").toString())
                .isEqualTo("{\"n\":50,\"f\":1.5,\"t\":true,\"e\":null,\"z\":null,\"q\":\"\",\"l\":[\"a\",\"b\"]}");
        assertThat(yaml("e:\nq: \"\"\nb: |\nl:\n-\n- x\n").toString())
                .isEqualTo("{\"e\":null,\"q\":\"\",\"b\":\"\",\"l\":[null,\"x\"]}");
    }

    @Test
    void aByteOrderMarkAndDocumentMarkersAreAllowed() throws IOException {
        assertThat(yaml("\uFEFF%YAML 1.2\n---\na: 1\n...\n").toString()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource({"'a: &x 1\nb: *x', b", "'a: &x {c: 1}\nb: [*x]', b[0]", "'a: &x {c: 1}\nb: {<<: *x}', b.<<",
            "'a: !!binary AAAA', a", "'a: !!java.net.URL [x]', a", "'a: !local {b: 1}', a", "'a: !!int \"1\"', a"})
    void aliasesAndTagsAreRefused(String text, String path) {
        assertThat(found(text)).contains(path + " alias-not-taken");
    }

    @Test
    void aliasesAreRefusedAndNotExpanded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(found(laughs.toString())).contains("a59[1] alias-not-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2\n", "a: 1\n---\n", "--- 1\n--- 2"})
    void aSecondDocumentIsRefused(String text) {
        assertThat(found(text)).containsExactly(" several-documents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "a: [1", "a: b: c", "\ta: 1", "a: 'x", "? [x]\n: 1", "*x : 1",
            "a: \u0007"})
    void whatIsNoYamlIsASyntaxError(String text) {
        assertThat(found(text)).containsExactly(" syntax-error");
    }

    @ParameterizedTest
    @CsvSource({"'a: 1\na: 2', a duplicate-key", "'a: \"x\\0\"', a nul-character", "'a: \"\\uD800\"', a lone-surrogate",
            "'a: .nan', a wrong-type", "'a: -.inf', a wrong-type", "'a: 1e999999999', a out-of-range"})
    void whatJsonForbidsYamlForbidsToo(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{", "[[{"})
    void deepNestingEndsQuickly(String opening) {
        assertThat(found(opening.repeat(1_000_000 / opening.length()))).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "&", "*", "%", "'", "\"", "|", ">", "#", ",", ":", "a", "-", "\n", " ", "a\n", "\\"})
    void aMegabyteOfAnyMarkEndsQuickly(String mark) {
        Throwable outcome = Assertions.catchThrowable(() -> yaml(mark.repeat(1_000_000 / mark.length())));

        assertThat(outcome).satisfiesAnyOf(
                none -> assertThat(none).isNull(), refused -> assertThat(refused).isInstanceOf(Refused.class));
    }

    @Test
    void nothingLongerThanAMebibyteIsTaken() {
        Refused refused = Assertions.catchThrowableOfType(
                Refused.class, () -> yaml("# " + "x".repeat(BodyBytes.MAX_BYTES)));

        assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
    }

    @Test
    void aDefinitionIsBoundWithAllThatIsWrongInIt() throws IOException {
        Bound<Definition> bound = StrictBinder.read(yaml("""
            campaign: { id: 2019, issuers: [a], window: { from: 2019-05-01, to: 2019-02-30 } }
            phases: []
            targets: [{ metric: events, target: 3000.0 }]
            units: [{ seq: 1, code: BJ, zh: 北京市, en: Beijing, kind: REGION, event: 100 }]
            """), Definition.class);

        assertThat(bound.malformed()).extracting(v -> v.field() + " " + v.code()).containsExactly(
                "campaign.id wrong-type", "campaign.window.to not-a-date", "targets[0].target wrong-type",
                "units[0].event unknown-field");
        assertThat(bound.missing()).extracting(Violation::field).contains(
                "campaign.notice", "campaign.timeZone", "targets[0].zh", "units[0].events", "categories", "defaults")
                .doesNotContain("campaign.id", "targets[0].plan");
    }
}
