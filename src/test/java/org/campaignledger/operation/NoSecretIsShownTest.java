package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Keys and passwords that were given are in no log and in no answer, even where everything is opened that could tell. */
@ExtendWith(OutputCaptureExtension.class)
class NoSecretIsShownTest {

    private static String key(int filled) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void neitherInLogsNorInAnythingThatTheActuatorShows(@TempDir Path data, CapturedOutput output) {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("ledger.keys.master", key(101));
        secrets.put("ledger.keys.natural", key(102));
        secrets.put("ledger.log.key", key(103));
        secrets.put("ledger.metrics-token", "a-token-for-metrics-1");
        secrets.put("ledger.oidc.client-secret", "hush-of-the-issuer-1");
        secrets.put("ledger.kms.vault.token", "hvs.never-to-be-seen");
        TestPostgres.Database database = TestPostgres.freshDatabase();
        String[] settings = secrets.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 7);
        all[settings.length] = "--ledger.oidc.issuer=https://id.example";
        all[settings.length + 1] = "--ledger.oidc.client-id=ledger";
        all[settings.length + 2] = "--management.endpoints.web.exposure.include=*";
        all[settings.length + 3] = "--management.endpoint.env.show-values=always";
        all[settings.length + 4] = "--management.endpoint.configprops.show-values=always";
        all[settings.length + 5] = "--logging.level.org.campaignledger=trace";
        all[settings.length + 6] = "--logging.level.org.springframework.boot=debug";
        try (OwnLedger own = OwnLedger.beginning(database, data, all)) {
            for (String endpoint : new String[]{"env", "configprops", "beans", "conditions", "mappings", "info",
                    "health",
                    "loggers", "prometheus", "metrics", "flyway", "env/ledger.keys.master",
                    "env/ledger.oidc.client-secret"}) {
                String shown = own.ledger().asAdmin().watches("/actuator/" + endpoint).text();
                assertThat(shown).as(endpoint).isNotEmpty();
                secrets.forEach((name, secret) -> assertThat(shown).as(endpoint + " shows " + name)
                        .doesNotContain(secret));
                assertThat(shown).as(endpoint).doesNotContain(database.password()).doesNotContain(OwnLedger.PASSWORD);
                assertThat(own.ledger().asAdmin().gets("/actuator/" + endpoint).text()).as(endpoint)
                        .doesNotContain("propertySources");
            }
            assertThat(own.ledger().asAdmin().watches("/actuator/env").text()).contains("ledger.keys.master",
                    "******");
        } finally {
            LoggingSystem logging = LoggingSystem.get(NoSecretIsShownTest.class.getClassLoader());
            logging.setLogLevel("org.campaignledger", LogLevel.INFO);
            logging.setLogLevel("org.springframework.boot", LogLevel.WARN);
        }
        secrets.forEach((name, secret) -> assertThat(output.getAll()).as("the log holds " + name)
                .doesNotContain(secret));
    }
}
