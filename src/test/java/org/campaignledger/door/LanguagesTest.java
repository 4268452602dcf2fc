package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Words come in the language asked for, Chinese unless asked; codes and names are the same in both. */
@AtTheDoor
class LanguagesTest {

    private final Ledger ledger;

    LanguagesTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private Answer refusal(String language) {
        return ledger.as("fj").speaking(language).mobilizes(aUnion()).of("ATLANTIS").on("2020-06-01")
                .isRefusedWith(422, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh", "zh-CN,zh;q=0.9,en;q=0.8", "fr", "*", "not a language", "en;q=0, zh"})
    void chinese(String language) {
        Answer refused = refusal(language);
        assertThat(refused.header("Content-Language")).startsWith("zh");
        assertThat(refused.at("/title").stringValue()).isEqualTo("有内容需要改正");
        assertThat(refused.at("/errors/0/message").stringValue()).isEqualTo("本活动没有这个单位。");
        assertThat(refused.at("/errors/1/message").stringValue()).contains("2019-05-01", "2019-11-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "fr, en;q=0.5", "zh;q=0.3, en;q=0.7"})
    void english(String language) {
        Answer refused = refusal(language);
        assertThat(refused.header("Content-Language")).startsWith("en");
        assertThat(refused.at("/title").stringValue()).isEqualTo("Several things are wrong");
        assertThat(refused.at("/errors/0/message").stringValue()).isEqualTo("The campaign has no such unit.");
        assertThat(refused.at("/errors/1/message").stringValue()).contains("2019-05-01", "2019-11-30");
    }

    @Test
    void theCodesAreTheSame() {
        refusal("zh-CN").namingJust("unit unknown-unit", "occurredOn outside-window");
        refusal("en").namingJust("unit unknown-unit", "occurredOn outside-window");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, en, Sign in first.", "en, zh, 请先登录。"})
    void theAddressComesBeforeTheHeader(String header, String asked, String detail) {
        assertThat(ledger.asNobody().speaking(header).reads("trail?lang=" + asked).isRefusedWith(401, "not-signed-in")
                .at("/detail").stringValue()).isEqualTo(detail);
    }

    @Test
    void refusalsOfEveryPartSpeakBoth() {
        assertThat(ledger.asNobody().speaking("en").gets("/api/v1/campaigns/none").isRefusedWith(404, "not-found")
                .at("/title").stringValue()).isEqualTo("Not found");
        assertThat(ledger.as("judge-fj").speaking("en").reads("trail").isRefusedWith(403, "wrong-role").at("/title")
                .stringValue()).isEqualTo("Not for this role");
        assertThat(ledger.asNobody().speaking("en").sending("Accept", "image/png").reads("progress")
                .isRefusedWith(406, "not-acceptable").at("/title").stringValue()).isEqualTo("Not acceptable");
        assertThat(ledger.asNobody().speaking("en").reads("progress?on=x").isRefusedWith(400, "malformed").at(
                "/errors/0/message").stringValue()).contains("YYYY-MM-DD");
    }

    @Test
    void everyUnitAndCategoryHasItsNameInBoth() {
        JsonNode definition = ledger.asNobody().reads("").isShown().at("/definition");
        assertThat(definition.get("units")).hasSize(35).allSatisfy(LanguagesTest::isBilingual);
        assertThat(definition.get("categories")).hasSize(7).allSatisfy(LanguagesTest::isBilingual);
        assertThat(definition.get("phases")).hasSize(4).allSatisfy(LanguagesTest::isBilingual);
        assertThat(definition.get("targets")).hasSize(6).allSatisfy(LanguagesTest::isBilingual);
        assertThat(definition.at("/units/12/zh").stringValue()).isEqualTo("福建省");
        assertThat(definition.at("/units/12/en").stringValue()).isEqualTo("Fujian");
    }

    private static void isBilingual(JsonNode named) {
        assertThat(named.get("zh").stringValue()).matches("(?s).*\\p{IsHan}.*");
        assertThat(named.get("en").stringValue()).isNotBlank().doesNotMatch("(?s).*\\p{IsHan}.*");
    }
}
