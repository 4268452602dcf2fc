package org.campaignledger.door;

import java.nio.charset.StandardCharsets;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 400: what cannot be read as what it should be is refused with every place that is wrong, and nothing is coerced. */
@AtTheDoor
class MalformedBodiesTest {

    private static final String UNION = """
        {"unit": "FJ", "organization": {"name": "%s"}, "employees": %s, "occurredOn": "%s"%s}""";

    private final Ledger ledger;
    private final Desk reporter;

    MalformedBodiesTest(Ledger ledger) {
        this.ledger = ledger;
        this.reporter = ledger.as("fj");
    }

    private Answer mobilizes(String json) {
        return reporter.sends(reporter.path("mobilizations"), "application/json", json);
    }

    private static String union(String name, String employees, String occurredOn, String more) {
        return UNION.formatted(name, employees, occurredOn, more);
    }

    @Test
    void theFormItselfIsTaken() {
        mobilizes(union("格式正确的工会", "12", "2019-06-01", "")).isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12\"", "1.5", "12.0", "1e2", "true", "[12]", "{}"})
    void aWholeNumberIsNothingElse(String employees) {
        mobilizes(union("数字有误的工会", employees, "2019-06-01", "")).isRefusedWith(400, "malformed")
                .namingJust("employees wrong-type");
    }

    @Test
    void aNumberBeyondAllBoundsIsNamed() {
        mobilizes(union("数字过大的工会", "9223372036854775808", "2019-06-01", "")).isRefusedWith(400, "malformed")
                .namingJust("employees out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-30", "2019-6-1", "20190601", "2019-06-01T00:00:00Z", "6月1日", ""})
    void aDateIsADayOfTheCalendar(String day) {
        mobilizes(union("日期有误的工会", "1", day, "")).isRefusedWith(400, "malformed")
                .namingJust("occurredOn not-a-date");
    }

    @Test
    void aDateIsNoNumber() {
        mobilizes("{\"unit\": \"FJ\", \"organization\": {\"name\": \"x\"}, \"occurredOn\": 20190601}")
                .isRefusedWith(400, "malformed").namingJust("occurredOn wrong-type");
    }

    @Test
    void aFieldThatIsNotKnownIsNamedWhereverItStands() {
        mobilizes("{\"unit\": \"FJ\", \"organization\": {\"name\": \"x\", \"size\": 1}, \"Unit\": \"FJ\"}")
                .isRefusedWith(400, "malformed").namingJust("organization.size unknown-field", "Unit unknown-field");
    }

    @Test
    void everythingIsNamedAtOnce() {
        mobilizes(union("x", "1.5", "2019-02-30", ", \"why\": 1")).isRefusedWith(400, "malformed")
                .namingJust("employees wrong-type", "occurredOn not-a-date", "why unknown-field");
    }

    @ParameterizedTest
    @CsvSource({
            "organization, \"x\"", "organization, [1]", "organization, 1", "unit, 1", "unit, {}", "unit, true"})
    void aValueOfAnotherTypeIsNotTaken(String field, String value) {
        mobilizes("{\"" + field + "\": " + value + "}").isRefusedWith(400, "malformed")
                .namingJust(field + " wrong-type");
    }

    @ParameterizedTest
    @CsvSource({"events, kind, PARTY", "events, kind, offline_event", "reach-reports, channel, FAX"})
    void aConstantThatIsNotInTheListIsNamed(String register, String field, String constant) {
        reporter.sends(reporter.path(register), "application/json", "{\"" + field + "\": \"" + constant + "\"}")
                .isRefusedWith(400, "malformed").namingJust(field + " unknown-constant");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000, nul-character", "\\ud800, lone-surrogate", "\\udfff, lone-surrogate"})
    void whatIsNoTextIsNotKeptAsOne(String character, String code) {
        mobilizes(union("工会" + character, "1", "2019-06-01", "")).isRefusedWith(400, "malformed")
                .namingJust("organization.name " + code);
    }

    @Test
    void aWholePairOfSurrogatesIsAText() {
        mobilizes(union("\\ud842\\udfb7野家工会", "1", "2019-06-01", "")).isRecorded();
    }

    @Test
    void nestingHasAnEnd() {
        mobilizes("{\"organization\": " + "[".repeat(40) + "]".repeat(40) + "}").isRefusedWith(400, "malformed");
        mobilizes("[".repeat(100_000)).isRefusedWith(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "nothing", "{", "{}{}", "{\"unit\": }", "{'unit': 'FJ'}", "{\"unit\": \"FJ\",}",
            "NaN", "[]", "\"FJ\"", "null"})
    void whatIsNotOneObjectOfJsonIsRefused(String text) {
        mobilizes(text).isRefusedWith(400, "malformed");
    }

    @Test
    void aKeyStandsOnce() {
        mobilizes("{\"unit\": \"FJ\", \"unit\": \"GD\"}").isRefusedWith(400, "malformed")
                .namingJust("unit duplicate-key");
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        byte[] gbk = new byte[]{'{', '"', 'u', 'n', 'i', 't', '"', ':', '"', (byte) 0xb8, (byte) 0xa3, '"', '}'};
        reporter.sends(reporter.path("mobilizations"), "application/json", gbk).isRefusedWith(400, "malformed");
        byte[] utf16 = union("x", "1", "2019-06-01", "").getBytes(StandardCharsets.UTF_16LE);
        reporter.sends(reporter.path("mobilizations"), "application/json", utf16).isRefusedWith(400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({
            "progress?waitFor=soon, waitFor, wrong-type", "progress?position=1.5, position, wrong-type",
            "progress?on=2019-02-30, on, not-a-date", "progress?at=yesterday, at, not-an-instant",
            "mobilizations?limit=many, limit, wrong-type", "mobilizations?from=spring, from, not-a-date",
            "events?at=2019-06-01, at, not-an-instant", "trail?from=2019-06-01, from, not-an-instant",
            "trail?waitFor=x, waitFor, wrong-type", "progress/explain?metric=events&limit=x, limit, wrong-type"})
    void parametersAreReadAsStrictly(String question, String field, String code) {
        ledger.asAuditor().reads(question).isRefusedWith(400, "malformed").namingJust(field + " " + code);
    }

    @Test
    void aNulIsInNoParameter() {
        ledger.asAuditor().reads("mobilizations?text=%00").isRefusedWith(400, "malformed");
        ledger.asAuditor().reads("trail?recordId=a%00b").isRefusedWith(400, "malformed");
    }
}
