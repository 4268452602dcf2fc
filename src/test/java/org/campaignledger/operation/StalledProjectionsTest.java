package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aUnion;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A projection that stands still behind the ledger is unhealthy for as long as it does, and takes no instance out: commands
 * need none, and all instances would go at once.
 */
class StalledProjectionsTest {

    @TempDir
    Path folder;

    private static int health(Desk admin, String group) {
        return admin.gets("/actuator/health" + group).status();
    }

    private static void areFollowing(Desk admin) {
        await().atMost(Duration.ofSeconds(30)).until(() -> health(admin, "/projections") == 200);
        assertThat(health(admin, "")).isEqualTo(200);
    }

    private static double lagOf(Desk admin, String projection) {
        return admin.gets("/api/v1/operations/projections").isShown().at("/items").valueStream()
                .filter(one -> one.get("name").stringValue().equals(projection)).findFirst().orElseThrow()
                .get("lagSeconds").doubleValue();
    }

    @Test
    void heldStillItIsUnhealthyAndCommandsGoOn() throws Exception {
        try (OwnLedger own = OwnLedger.beginning(TestPostgres.freshDatabase(), folder,
                "--ledger.processing.stalled-after=1s")) {
            Ledger ledger = own.ledger();
            Desk admin = ledger.asAdmin();
            areFollowing(admin);
            Answer behind;
            try (Connection holding = ledger.bean(DataSource.class).getConnection();
                    Statement statement = holding.createStatement()) {
                holding.setAutoCommit(false);
                statement.execute("select position from projection where name = 'trail' for update");
                behind = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
                await().atMost(Duration.ofSeconds(30)).until(() -> health(admin, "/projections") == 503);
                assertThat(health(admin, "")).as("health as a whole").isEqualTo(503);
                assertThat(health(admin, "/readiness")).as("what the proxy asks").isEqualTo(200);
                behind = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
                double lag = lagOf(admin, "trail");
                assertThat(lag).isPositive();
                await().atMost(Duration.ofSeconds(30)).until(() -> lagOf(admin, "trail") > lag);
                holding.rollback();
                holding.setAutoCommit(true);
            }
            areFollowing(admin);
            ledger.asAuditor().gets("/api/v1/trail/" + behind.position() + "?waitFor=" + behind.position()).isShown();
        }
    }
}
