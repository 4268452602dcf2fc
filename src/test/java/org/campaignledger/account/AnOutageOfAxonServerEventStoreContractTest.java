package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignledger.platform.eventstore.Relay;
import org.campaignledger.platform.eventstore.TestAxonServer;
import org.campaignledger.platform.postgres.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on Axon Server while the connection is cut: 503 meanwhile, and well again by itself. */
@ExtendWith(TestAxonServer.IsNeeded.class)
class AnOutageOfAxonServerEventStoreContractTest {

    private static final String PASSWORD = RunningLedger.PASSWORD;

    @TempDir
    private Path folder;

    private static HttpResponse<String> opens(RunningLedger ledger, String username) {
        return ledger.post("admin", PASSWORD, "/accounts",
                "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"AUDITOR\"}");
    }

    @Test
    void isAnsweredWith503AndOverWhenItIsOver() {
        try (var relay = new Relay(TestAxonServer.address().orElseThrow());
                var ledger = new RunningLedger(TestPostgres.freshDatabase(), folder,
                        "--ledger.admin-password=" + PASSWORD, "--ledger.checker-password=" + PASSWORD,
                        "--ledger.event-store=axon-server", "--ledger.axon-server.patience=2s",
                        "--axon.axonserver.servers=" + relay.address())) {
            assertThat(opens(ledger, "before").statusCode()).isEqualTo(201);
            relay.cut();
            HttpResponse<String> refused = opens(ledger, "meanwhile");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            relay.mend();
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(opens(ledger, "after").statusCode()).isIn(201, 409));
            assertThat(ledger.get("after", PASSWORD, "/campaigns").statusCode()).isEqualTo(200);
        }
    }
}
