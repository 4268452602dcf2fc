package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 405, 406, 413 and 415: what is too long, of another media type or asked in another way is not taken. */
@AtTheDoor
class SizesAndMediaTypesTest {

    private static final String UNION = """
        {"unit": "FJ", "organization": {"name": "%s"}, "occurredOn": "2019-06-01"}""";

    private final Ledger ledger;
    private final Desk reporter;

    SizesAndMediaTypesTest(Ledger ledger) {
        this.ledger = ledger;
        this.reporter = ledger.as("fj");
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsTooLarge() {
        String body = UNION.formatted("x".repeat(1 << 20));
        reporter.sends(reporter.path("mobilizations"), "application/json", body).isRefusedWith(413, "too-large");
    }

    @Test
    void anotherMebibyteThatIsAnnouncedIsNotEvenRead() {
        byte[] body = new byte[3 << 20];
        reporter.sends(reporter.path("mobilizations"), "application/json", body).isRefusedWith(413, "too-large");
        ledger.asAdmin().sends("/api/v1/campaigns", "application/yaml", body).isRefusedWith(413, "too-large");
    }

    @Test
    void aBodyJustBelowIsReadAndJudged() {
        String body = UNION.formatted("x".repeat((1 << 20) - 200));
        reporter.sends(reporter.path("mobilizations"), "application/json", body).isRefusedWith(422, "too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/yaml", "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded", "application/json;charset=GBK", "application/octet-stream"})
    void recordsAreTakenAsJsonOnly(String mediaType) {
        reporter.sends(reporter.path("mobilizations"), mediaType, UNION.formatted("媒体类型"))
                .isRefusedWith(415, "unsupported-media-type");
        reporter.sends(reporter.path("reach-reports"), mediaType, "{}").isRefusedWith(415, "unsupported-media-type");
    }

    @Test
    void aBodyWithoutAMediaTypeIsNotGuessed() {
        reporter.posts(reporter.path("mobilizations")).isRefusedWith(400, "malformed");
        assertThat(reporter.sends(reporter.path("mobilizations"), "application/json;charset=UTF-8", UNION.formatted(
                "带编码")).isRecorded().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv"})
    void definitionsAreTakenAsYamlOrJson(String mediaType) {
        ledger.asAdmin().sends("/api/v1/campaigns", mediaType, "campaign: {}")
                .isRefusedWith(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml", "application/yaml;charset=UTF-8"})
    void theShippedFileOpensACampaign(String mediaType) {
        String shipped = new String(ledger.asNobody().gets("/api/v1/definitions/2019").text().getBytes(
                StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String id = ledger.freshId();
        ledger.asAdmin().sends("/api/v1/campaigns", mediaType, shipped.replace("id: \"2019\"", "id: " + id))
                .isRecorded();
        assertThat(ledger.asNobody().gets("/api/v1/campaigns/" + id).isShown().at("/definition/units")).hasSize(35);
    }

    @Test
    void theSameDefinitionHasTheSameDigestWhateverItsForm() {
        Campaigns form = Campaigns.of2019(ledger.freshId());
        ledger.asAdmin().sends("/api/v1/campaigns", "application/yaml", form.yaml()).isRecorded();
        String id = form.json().at("/campaign/id").stringValue();
        String digest = ledger.asNobody().gets("/api/v1/campaigns/" + id).isShown().at("/digest").stringValue();
        assertThat(digest).matches("[0-9a-f]{64}");
        String other = ledger.freshId();
        ledger.asAdmin().posts("/api/v1/campaigns", Campaigns.of2019(other).json()).isRecorded();
        assertThat(ledger.asNobody().gets("/api/v1/campaigns/" + other).isShown().at("/digest").stringValue())
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaign: &a {}\nphases: *a", "!!java.util.Date 2019", "--- {}\n--- {}", "{", "campaign:",
            "- 1", "campaign: {id: x}\ncampaign: {id: y}"})
    void yamlIsReadAsStrictlyAsJson(String yaml) {
        var refused = ledger.asAdmin().sends("/api/v1/campaigns", "application/yaml", yaml);
        assertThat(refused.status()).as(refused.toString()).isIn(400, 422);
    }

    @Test
    void anAnswerOfAnotherKindIsNotToBeHad() {
        ledger.asNobody().sending("Accept", "image/png").reads("progress").isRefusedWith(406, "not-acceptable");
        ledger.asAuditor().sending("Accept", "application/pdf").reads("trail").isRefusedWith(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotTaken(String method) {
        var refused = reporter.tries(method, reporter.path("mobilizations")).isRefusedWith(405, "method-not-allowed");
        assertThat(refused.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        ledger.asAdmin().gets("/api/v1/no-such-thing").isRefusedWith(404, "not-found");
        ledger.asAdmin().posts("/api/v1/campaigns/x/no-such-thing").isRefusedWith(404, "not-found");
    }
}
