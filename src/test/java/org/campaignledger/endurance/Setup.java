package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.campaignledger.endurance.LedgerClient.Answer;
import org.jspecify.annotations.Nullable;

/** What a ledger needs before anybody can record: by keys that begin with {@code setup-}. */
final class Setup {

    private Setup() {}

    /** The campaign of 2019, its first phase open. */
    static void campaign(LedgerClient admin) throws IOException, InterruptedException {
        try (InputStream definition = Setup.class.getResourceAsStream("/campaigns/2019.yaml")) {
            String yaml = new String(Objects.requireNonNull(definition).readAllBytes(), StandardCharsets.UTF_8);
            must(201, admin.post("/api/v1/campaigns", "application/yaml", yaml, "setup-campaign"));
        }
        must(200, admin.post("/api/v1/campaigns/2019/phases/MOBILISE/open", "application/json", "{}", "setup-phase"));
    }

    /** An account that records for a unit. */
    static Answer reporter(LedgerClient admin, String username, String unit) throws InterruptedException {
        return must(201, admin.post("/api/v1/accounts", "application/json", """
            {"username":"%s","password":"%s","role":"REPORTER","scope":"%s"}"""
                .formatted(username, ChildService.PASSWORD, unit), "setup-" + username));
    }

    /** An answer there must be, of this status. */
    static Answer must(int status, @Nullable Answer answer) {
        assertThat(answer).isNotNull();
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer;
    }
}
