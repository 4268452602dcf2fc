package org.campaignledger.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class JsonTreesTest {

    private static List<Violation> violations(byte[] bytes) {
        Refused refused = Assertions.catchThrowableOfType(
                Refused.class, () -> JsonTrees.read(new ByteArrayInputStream(bytes)));
        assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED);
        return refused.violations();
    }

    private static List<String> found(String text) {
        return violations(text.getBytes(StandardCharsets.UTF_8)).stream().map(v -> v.field() + " " + v.code()).toList();
    }

    @Test
    void whatIsInOrderIsRead() {
        JsonNode tree = StrictBinderTest.json(
                " {\"a\": [1, 2.5, \"😀\", true, null], \"b\": {\"c\": 12345678901234567890}} ");

        assertThat(tree.toString()).isEqualTo("{\"a\":[1,2.5,\"😀\",true,null],\"b\":{\"c\":12345678901234567890}}");
        assertThat(tree.at("/a/0").isLong()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":}", "{\"a\" 1}", "{'a': 1}", "{a: 1}", "[1,]", "{\"a\": 1,}", "nul",
            "{} {}", "{} x", "{}]", "[NaN]", "[Infinity]", "[-Infinity]", "[01]", "[+1]", "[.5]", "[1.]", "[0x1]",
            "// c\n{}", "/* c */ {}", "{\"a\": \"\t\"}", "{\"a\": \"\\x\"}", "{\"a\": \"\\u12\"}", "\u0000{}"})
    void whatIsNoJsonIsASyntaxError(String text) {
        assertThat(found(text)).containsExactly(" syntax-error");
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        assertThat(violations("{\n  \"a\": x}".getBytes(StandardCharsets.UTF_8)).getFirst().arguments().get("line"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\": 1, \"a\": 2}', a", "'{\"p\": {\"x\": 1, \"y\": [], \"x\": 1}}', p.x",
            "'[{\"a\": 1, \"\\u0061\": 2}]', [0].a"})
    void aKeyThatOccursTwiceIsRefused(String text, String path) {
        assertThat(found(text)).containsExactly(path + " duplicate-key");
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\": \"\\u0000\"}', a, nul-character", "'{\"a\": [\"x\", \"y\\u0000\"]}', a[1], nul-character",
            "'{\"a\": \"\\ud800\"}', a, lone-surrogate", "'{\"a\": \"\\udc00\\ud800\"}', a, lone-surrogate",
            "'{\"a\": \"\\ud83dx\"}', a, lone-surrogate", "'{\"a\\u0000\": 1}', a\uFFFD, nul-character",
            "'{\"\\ud800\": 1}', \uFFFD, lone-surrogate"})
    void nulAndHalvesOfCharactersAreRefusedInTextsAndKeys(String text, String path, String code) {
        assertThat(found(text)).containsExactly(path + " " + code);
    }

    @Test
    void aWholeSurrogatePairIsACharacter() {
        assertThat(StrictBinderTest.json("[\"\\ud83d\\ude00\"]").get(0).stringValue()).isEqualTo("😀");
    }

    @Test
    void allFaultsOfATreeAreReportedAtOnce() {
        assertThat(found("{\"a\": \"\\u0000\", \"a\": \"\\ud800\", \"b\": ]"))
                .containsExactly("a nul-character", "a duplicate-key", "a lone-surrogate", " syntax-error");
    }

    @Test
    void nestingIsTakenToThirtyTwo() {
        assertThat(StrictBinderTest.json("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        assertThat(violations(("[".repeat(33) + "]".repeat(33)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Violation("[0]".repeat(32), "too-deep", Map.of("max", 32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void deepNestingEndsQuickly(String opening) {
        String text = opening.repeat(1_000_000 / opening.length());

        assertThat(found(text)).singleElement().asString().endsWith("too-deep");
    }

    @Test
    void longNumbersAreRefusedWithoutBeingComputed() {
        assertThat(found("{\"a\": [" + "9".repeat(1_000_000) + "]}")).containsExactly("a[0] too-long");
        assertThat(found("{\"a\": 0." + "9".repeat(1_000_000) + "}")).containsExactly("a too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1e-401", "1e999999999", "-1e-999999999"})
    void numbersOfHugeExponentsAreOutOfRange(String number) {
        assertThat(found("{\"a\": " + number + "}")).containsExactly("a out-of-range");
    }

    @Test
    void exponentsThatNoNumberHasAreRefusedToo() {
        assertThat(found("{\"a\": 1e99999999999999999999}")).containsExactly("a wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "GB18030"})
    void otherEncodingsAreRefused(String charset) {
        byte[] bytes = "{\"a\": \"é中\"}".getBytes(Charset.forName(charset));

        assertThat(violations(bytes)).extracting(Violation::code).isSubsetOf("not-utf-8", "syntax-error").hasSize(1);
    }

    @Test
    void malformedUtf8IsRefusedAndNotReplaced() {
        byte[][] texts = {{'[', '"', (byte) 0xC0, (byte) 0x80, '"', ']'}, {'[', '"', (byte) 0xE4, '"', ']'},
                {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'},
                {'[', '"', (byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"', ']'}};
        for (byte[] text : texts) {
            assertThat(violations(text)).containsExactly(Violation.of("", "not-utf-8"));
        }
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertThat(found("\uFEFF{}")).containsExactly(" not-utf-8");
    }

    @Test
    void moreThanAMebibyteIsNotReadToItsEnd() throws IOException {
        InputStream spaces = new ByteArrayInputStream(" ".repeat(3 * BodyBytes.MAX_BYTES).getBytes(
                StandardCharsets.UTF_8));

        assertThatThrownBy(() -> JsonTrees.read(spaces)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
            assertThat(refused.code()).isEqualTo("too-large");
        });
        assertThat(spaces.available()).isGreaterThan(BodyBytes.MAX_BYTES);
    }

    @Test
    void exactlyAMebibyteIsTaken() throws IOException {
        byte[] bytes = ("\"" + "x".repeat(BodyBytes.MAX_BYTES - 2) + "\"").getBytes(StandardCharsets.UTF_8);

        assertThat(JsonTrees.read(new ByteArrayInputStream(bytes)).stringValue()).hasSize(BodyBytes.MAX_BYTES - 2);
    }

    @Test
    void manyKeysOfOneHashAreReadQuickly() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":1");
        }

        assertThat(Duration.ofNanos(timed(text.append('}').toString()))).isLessThan(Duration.ofSeconds(5));
    }

    private static long timed(String text) {
        long start = System.nanoTime();
        assertThat(StrictBinderTest.json(text).size()).isEqualTo(1 << 14);
        return System.nanoTime() - start;
    }
}
