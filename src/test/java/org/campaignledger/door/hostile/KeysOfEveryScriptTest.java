package org.campaignledger.door.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API, "Commands": an idempotency key is any string of up to 200 characters, whatever it is written in. */
@AtTheDoor
class KeysOfEveryScriptTest {

    private static int day = 10;

    private final Ledger ledger;

    KeysOfEveryScriptTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private Reply reported(String key, Charset written, String on) throws IOException {
        ledger.as("fj").reads("mobilizations").isShown(); // the account is opened when it is first asked for
        byte[] body = """
            {"unit":"FJ","channel":"OTHER","from":"%s","to":"%s","direct":1}""".formatted(on, on).getBytes(
                StandardCharsets.UTF_8);
        String asBytes = new String(key.getBytes(written), StandardCharsets.ISO_8859_1);
        String target = "/api/v1/campaigns/" + ledger.campaign() + "/reach-reports";
        Asked asked = new Asked(target, "", "fj", "POST", target, List.of("Content-Type", "application/json",
                "Idempotency-Key", asBytes), body, false);
        try (RawHttp http = new RawHttp(ledger.port(), 15_000)) {
            return http.send(asked.bytes(), false);
        }
    }

    private void isAKey(String key, Charset written) throws IOException {
        String on = "2019-07-" + day++;
        Reply first = reported(key, written, on);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        Reply again = reported(key, written, on);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        JsonNode recorded = JsonMapper.shared().readTree(first.text());
        long position = recorded.get("position").longValue();
        assertThat(ledger.asAuditor().gets("/api/v1/trail/" + position + "?waitFor=" + position).isShown().at(
                "/idempotencyKey").stringValue()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"键", "第二季度·福建·工会第1号", "ключ", "🔑 schlüssel"})
    void inUtf8(String key) throws IOException {
        isAKey(key, StandardCharsets.UTF_8);
    }

    @Test
    void inBytesThatAreNotUtf8() throws IOException {
        isAKey("clé", StandardCharsets.ISO_8859_1);
    }

    @Test
    void upToTwoHundredCharactersOfAnyScript() throws IOException {
        isAKey("键".repeat(200), StandardCharsets.UTF_8);
        isAKey("🔑".repeat(200), StandardCharsets.UTF_8);
        Reply refused = reported("键".repeat(201), StandardCharsets.UTF_8, "2019-07-" + day++);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("invalid-idempotency-key");
    }
}
