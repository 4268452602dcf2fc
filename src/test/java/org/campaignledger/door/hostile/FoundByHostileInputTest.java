package org.campaignledger.door.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import java.io.IOException;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link HostileInputTest} has come upon, each as the one request that showed it. */
@AtTheDoor
class FoundByHostileInputTest {

    private final Ledger ledger;
    private final Desk fujian;

    FoundByHostileInputTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    private Form event() {
        return anEvent().with("unit", "FJ").with("occurredOn", "2019-06-01");
    }

    private Reply sent(String method, String target, String... headers) throws IOException {
        Asked asked = new Asked(target, "", null, method, target, List.of(headers), null, false);
        try (RawHttp http = new RawHttp(ledger.port(), 15_000)) {
            return http.send(asked.bytes(), false);
        }
    }

    private static void isAProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.mediaType()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(reply.text());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString("")).isEqualTo(code);
        assertThat(reply.text()).doesNotContain("Tomcat", "HTTP Status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "image/png", "application/json;q=0", "nonsense", "*/json;q=2",
            "application/json;charset=utf-16"})
    void aCommandWhoseAnswerIsNotAcceptableIsNotTaken(String accept) {
        long before = ledger.head();
        fujian.sending("Accept", accept).posts(fujian.path("events"), event()).isRefusedWith(406, "not-acceptable");
        assertThat(ledger.head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.5",
            "application/json;charset=UTF-8"})
    void aCommandWhoseAnswerIsAcceptableIs(String accept) {
        fujian.sending("Accept", accept).posts(fujian.path("events"), event()).isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*/*;q=0", "nonsense", "a/b/c"})
    void aMediaTypeThatIsNoneIsNotTaken(String mediaType) {
        fujian.sends(fujian.path("events"), mediaType, event().toString()).isRefusedWith(415, "unsupported-media-type");
        assertThat(fujian.sends("/c/" + ledger.campaign() + "/corrections/preview", mediaType, "a=b").status())
                .isEqualTo(
                        415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events?unit.class=x", "events?unit.class.module=x", "measures?text.bytes=x",
            "entries?state.value=x", "progress?at.nano=1"})
    void aNameThatLeadsIntoAParameterIsNotFollowed(String question) {
        ledger.asAuditor().reads(question).isShown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events?a%5Bb=1", "trail?%5B%5D=1", "progress?limit%5Ba=1", "entries?on%5B=2019"})
    void anOddNameIsNoFailure(String question) {
        assertThat(ledger.asAuditor().reads(question).status()).isIn(200, 400);
    }

    @ParameterizedTest
    // A moment that cannot be read is taken as now, as on every public page.
    @CsvSource({"'/c/{c}/corrections?to=1.5', 200", "'/corrections?to=x', 200", "'/c/{c}/corrections?after=x', 200",
            "'/c/{c}/trail?after=x', 200", "'/c/{c}/registers/events?after=x', 200", "'/c/{c}/works?unit=%00', 400",
            "'/c/{c}/categories/activity/contacts?lang=%00', 400", "'/?position=x', 200", "'/?unit=%FF', 400"})
    void aPageThatIsAskedWronglySaysSo(String page, int status) {
        Answer answer = ledger.asAdmin().sending("Accept", "text/html").gets(page.replace("{c}", ledger.campaign()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "HTTP Status").contains("<main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "json"})
    void thereIsNoFeedOfACampaignThatIsNotThere(String feed) {
        assertThat(ledger.asNobody().gets("/c/none/showcase." + feed).status()).isEqualTo(404);
    }

    @Test
    void anExportThatIsNotFreshYetSaysWhenToComeAgain() {
        Answer answer = fujian.reads("exports/events.csv?waitFor=" + Long.MAX_VALUE).isRefusedWith(503,
                "not-fresh-yet");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void whoMayNotUploadASheetIsToldSo() {
        Answer answer = ledger.asAuditor().uploads("/c/" + ledger.campaign() + "/imports/events", new byte[]{1});
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/campaigns?a[b=1", "GET, /api/v1/campaigns/..%2f..%2fetc", "GET, '/api/v1/\"'",
            "G{}T, /api",
            "GET, *"})
    void whatIsNoRequestIsRefusedAsEverythingElse(String method, String target) throws IOException {
        isAProblem(sent(method, target), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({"Transfer-Encoding, identity", "Expect, x", "Content-Length, abc", "Host, a b", "X A(b), c"})
    void aHeadThatIsNoneIsRefusedAsEverythingElse(String name, String value) throws IOException {
        isAProblem(sent("POST", "/api/v1/campaigns", name, value), 400, "malformed");
    }

    @Test
    void aHeadOfManyThousandBytesIsRefusedAsEverythingElse() throws IOException {
        isAProblem(sent("GET", "/api/v1/campaigns", "X-Long", "x".repeat(20_000)), 400, "malformed");
    }

    /** The framework reads the headers of some answers late, and refuses them where it is found to be a failure within. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Proto", "HX-Request", "Last-Event-ID", "User-Agent", "traceparent"})
    void aHeaderThatHoldsNoTextIsRefusedAndNoFailure(String name) throws IOException {
        String target = "/api/v1/campaigns/" + ledger.campaign() + "/events";
        Asked asked = new Asked(target, "", "auditor", "GET", target, List.of(name, "\u00e2\u0080\u00ae"), null, false);
        ledger.asAuditor();
        try (RawHttp http = new RawHttp(ledger.port(), 15_000)) {
            assertThat(http.send(asked.bytes(), false).status()).isIn(200, 400);
        }
    }

    @Test
    void whereOneIsLedDoesNotFollowFromTheHostHeader() throws IOException {
        Reply led = sent("GET", "/accounts", "Host", "evil.invalid", "Accept", "text/html");
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo("/login");
    }

    @Test
    void everyFormIsDescribedUnderANameOfItsOwn() {
        JsonNode document = ledger.asNobody().gets("/v3/api-docs").json();
        for (String[] one : new String[][]{{"events", "contacts"}, {"reach-reports", "direct"}, {"propagandists",
                "person"},
                {"mobilizations", "organization"}, {"measures", "requirement"}, {"close", "reason"},
                {"targets/{metric}", "target"}, {"allocations", "changes"}}) {
            JsonNode schema = document.at("/paths").path("/api/v1/campaigns/{campaign}/" + one[0]).at(
                    "/post/requestBody/content").path("application/json").path("schema");
            JsonNode form = document.at(schema.path("$ref").asString("#").substring(1));
            assertThat(form.path("properties").has(one[1])).as(one[0] + " " + form).isTrue();
        }
    }
}
