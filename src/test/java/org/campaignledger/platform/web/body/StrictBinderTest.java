package org.campaignledger.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictBinderTest {

    enum Channel {
        OFFLINE, SHORT_VIDEO
    }

    record Person(@Nullable String name, @Nullable String phone) {}

    record Change(@Nullable String unit, @Nullable Long events) {}

    record Body(
            @Nullable String text, @Nullable Long whole, @Nullable Integer small, @Nullable Boolean flag,
            @Nullable BigDecimal decimal, @Nullable LocalDate day, @Nullable Instant moment,
            @Nullable Channel channel, @AnyCase @Nullable Channel anyCase, @Nullable Person person,
            @Nullable List<Change> changes, @Nullable Map<String, Long> scores, @Nullable JsonNode raw,
            @FieldName("public") @Nullable Boolean shown) {}

    record Tree(String name, @Nullable List<Tree> children) {}

    record Required(long count, int seq, boolean flag, String name, List<String> tags, @Nullable Long spare) {}

    record Strange(@Nullable Thread thread) {}

    record Checked(int weight) {

        Checked {
            if (weight > 1) {
                throw Refused.because(Violation.of("weight", "out-of-range", "max", 1));
            }
        }
    }

    static JsonNode json(String text) {
        try {
            return JsonTrees.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Body bound(String text) {
        return StrictBinder.bind(json(text), Body.class);
    }

    private static List<Violation> malformed(String text) {
        Bound<Body> bound = StrictBinder.read(json(text), Body.class);
        assertThat(bound.value()).isNull();
        return bound.malformed();
    }

    private static Violation only(String text) {
        List<Violation> violations = malformed(text);
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }

    @Test
    void everyKindOfValueIsBound() {
        Body body = bound("""
            {"text": "总工会", "whole": -9223372036854775808, "small": 7, "flag": true, "decimal": 1.50,
             "day": "2019-06-01", "moment": "2019-07-31T15:59:59.000Z", "channel": "OFFLINE",
             "anyCase": " ｓｈｏｒｔ_video ", "person": {"name": "王", "phone": "138"},
             "changes": [{"unit": "FJ", "events": 110}], "scores": {"b": 2, "a": 1}, "raw": [1, {"x": null}],
             "public": false}""");

        assertThat(body.whole()).isEqualTo(Long.MIN_VALUE);
        assertThat(body.small()).isEqualTo(7);
        assertThat(body.decimal()).isEqualTo(new BigDecimal("1.50"));
        assertThat(body.day()).isEqualTo("2019-06-01");
        assertThat(body.moment()).isEqualTo("2019-07-31T15:59:59Z");
        assertThat(body.channel()).isEqualTo(Channel.OFFLINE);
        assertThat(body.anyCase()).isEqualTo(Channel.SHORT_VIDEO);
        assertThat(body.person()).isEqualTo(new Person("王", "138"));
        assertThat(body.changes()).containsExactly(new Change("FJ", 110L));
        assertThat(body.scores()).containsExactly(entry("b", 2L), entry("a", 1L));
        assertThat(Optional.ofNullable(body.raw()).map(JsonNode::size)).contains(2);
        assertThat(body.shown()).isFalse();
        assertThat(body.text()).isEqualTo("总工会");
    }

    @Test
    void absentAndNullAreTheSame() {
        assertThat(bound("{}")).isEqualTo(bound("{\"text\": null, \"person\": null, \"raw\": null, \"public\": null}"));
    }

    @Test
    void everythingWrongIsReportedAtOnceWithItsPath() {
        List<Violation> violations = malformed("""
            {"txt": 1, "whole": "12", "small": 2147483648, "day": "2019-02-30", "moment": "yesterday",
             "channel": "offline", "person": {"phone": 138, "age": 40},
             "changes": [{"events": 1.5}, 7, {"unit": "A", "x": 1}], "scores": {"clarity": "high"}, "raw": 5}""");

        assertThat(violations).extracting(v -> v.field() + " " + v.code()).containsExactly(
                "txt unknown-field", "whole wrong-type", "small out-of-range", "day not-a-date",
                "moment not-an-instant", "channel unknown-constant", "person.phone wrong-type",
                "person.age unknown-field", "changes[0].events wrong-type", "changes[1] wrong-type",
                "changes[2].x unknown-field", "scores.clarity wrong-type");
    }

    @ParameterizedTest
    @CsvSource({
            "text, 1, text", "text, true, text", "text, [], text", "whole, '\"1\"', whole-number",
            "whole, 1.0, whole-number", "whole, 1e2, whole-number", "whole, 1e400, whole-number",
            "whole, true, whole-number", "small, 1.0, whole-number", "flag, 1, boolean", "flag, '\"true\"', boolean",
            "decimal, '\"1\"', number", "day, 20190601, date", "moment, 0, instant", "channel, 0, text",
            "person, [], object", "person, '\"x\"', object", "changes, {}, list", "changes, '\"x\"', list",
            "scores, [], object"
    })
    void nothingIsCoercedFromAnotherType(String field, String value, String expected) {
        assertThat(only("{\"" + field + "\": " + value + "}"))
                .isEqualTo(Violation.of(field, "wrong-type", "expected", expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999"})
    void aNumberBeyondLongIsOutOfRange(String number) {
        assertThat(only("{\"whole\": " + number + "}")).isEqualTo(
                new Violation("whole", "out-of-range", Map.of("min", Long.MIN_VALUE, "max", Long.MAX_VALUE)));
    }

    @Test
    void minusZeroIsZero() {
        assertThat(bound("{\"whole\": -0}").whole()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-29", "2019-13-01", "2019-6-1", "19-06-01", "+12019-06-01", "2019-06-01T00:00:00Z",
            "20190601", " 2019-06-01", "", "２０１９-06-01"})
    void whatIsNoDayIsNotADate(String day) {
        assertThat(only("{\"day\": \"" + day + "\"}")).isEqualTo(Violation.of("day", "not-a-date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-06-01", "2019-06-01T00:00:00", "2019-02-29T00:00:00Z", "2019-06-01T25:00:00Z",
            "+1000000000-01-01T00:00:00Z", "0"})
    void whatIsNoInstantIsNotAnInstant(String moment) {
        assertThat(only("{\"moment\": \"" + moment + "\"}")).isEqualTo(Violation.of("moment", "not-an-instant"));
    }

    @Test
    void anInstantMayHaveAnOffset() {
        assertThat(bound("{\"moment\": \"2019-08-01T00:00:00+08:00\"}").moment()).isEqualTo("2019-07-31T16:00:00Z");
    }

    @Test
    void anUnknownConstantIsAnsweredWithTheKnownOnes() {
        Violation expected = Violation.of("channel", "unknown-constant", "allowed", List.of("OFFLINE", "SHORT_VIDEO"));

        assertThat(only("{\"channel\": \"Offline\"}")).isEqualTo(expected);
        assertThat(only("{\"anyCase\": \"tv\"}").code()).isEqualTo("unknown-constant");
    }

    @Test
    void aRootThatIsNoObjectIsRefused() {
        for (String root : List.of("[]", "1", "\"x\"", "null", "true")) {
            assertThat(only(root)).isEqualTo(Violation.of("", "wrong-type", "expected", "object"));
        }
    }

    @Test
    void recordsMayHoldTheirOwnKind() {
        Tree tree = StrictBinder.bind(json("{\"name\": \"a\", \"children\": [{\"name\": \"b\"}]}"), Tree.class);

        assertThat(tree).isEqualTo(new Tree("a", List.of(new Tree("b", null))));
    }

    @Test
    void whatMustBeThereAndIsNotIsMissing() {
        Bound<Required> bound = StrictBinder.read(json("{\"tags\": [\"a\", null], \"name\": null}"), Required.class);

        assertThat(bound.malformed()).isEmpty();
        assertThat(bound.missing()).containsExactly(
                Violation.of("tags[1]", "missing"), Violation.of("count", "missing"), Violation.of("seq", "missing"),
                Violation.of("flag", "missing"), Violation.of("name", "missing"));
        assertThatThrownBy(bound::orRefuse).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNPROCESSABLE));
    }

    @Test
    void whatIsMissingInsideIsNamedWithItsPathAndNotTwice() {
        Bound<Tree> bound = StrictBinder.read(json("{\"name\": \"a\", \"children\": [{}]}"), Tree.class);

        assertThat(bound.missing()).containsExactly(Violation.of("children[0].name", "missing"));
    }

    @Test
    void malformedOutranksMissing() {
        assertThatThrownBy(() -> StrictBinder.bind(json("{\"count\": \"x\"}"), Required.class))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED);
                    assertThat(refused.violations()).extracting(Violation::field).containsExactly("count");
                });
    }

    @Test
    void primitivesAreBoundOutsideCommandBodies() {
        assertThat(StrictBinder.bind(
                json("{\"count\": 1, \"seq\": 2, \"flag\": true, \"name\": \"n\", \"tags\": []}"), Required.class))
                .isEqualTo(new Required(1, 2, true, "n", List.of(), null));
    }

    @Test
    void whatARecordItselfRefusesStaysThatRefusal() {
        assertThatThrownBy(() -> StrictBinder.bind(json("{\"weight\": 2}"), Checked.class))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("out-of-range"));
    }

    @Test
    void aComponentOfAnUnreadableTypeIsAMistakeInTheCode() {
        assertThatThrownBy(() -> StrictBinder.bind(json("{}"), Strange.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StrictBinder.bind(json("{}"), String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHundredThousandFaultsDoNotMakeAnAnswerOfMegabytes() {
        StringBuilder text = new StringBuilder("{\"changes\": [0");
        text.repeat(",0", 100_000).append("]}");

        assertThat(malformed(text.toString())).hasSize(Findings.MAX_KEPT);
    }

    @Test
    void hostileNamesAreEchoedShortAndPrintable() {
        String field = only("{\"" + "x\\u0007".repeat(500) + "\": 1}").field();

        assertThat(field).hasSize(65).startsWith("x\uFFFDx").endsWith("…");
    }
}
