package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aUnion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.Onlooking;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An instance that stops says so first, works on meanwhile, sends its dashboards elsewhere and hands its claims over. */
class StoppingInOrderTest {

    @TempDir
    Path data;

    @Test
    void readinessGoesFirstAndClaimsAreHandedOver() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        OwnLedger own = OwnLedger.beginning(database, data, Map.of(), "--ledger.shutdown-notice=8s");
        Ledger ledger = own.ledger();
        long before = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        JdbcClient outside = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database
                .password()));
        await().atMost(Duration.ofSeconds(10)).until(() -> owned(outside) == ledger.all(Projection.class)
                .size());
        Onlooking stream = ledger.asNobody().looksOn("?waitFor=" + before);
        stream.next();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(own::stop);
        await().atMost(Duration.ofSeconds(6)).pollInterval(Duration.ofMillis(20)).until(() -> ledger.asNobody().gets(
                "/actuator/health/readiness").status() == 503);
        // Whoever has not noticed yet is served as ever.
        long after = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        assertThat(stream.nextThatReflects(after).id()).isGreaterThanOrEqualTo(after);

        stopping.join();
        assertThat(stream.saidAtTheEnd()).startsWith("retry: ");
        assertThat(owned(outside)).as("claims that nobody holds any more").isZero();
        assertThat(outside.sql("select min(position) from projection").query(Long.class).single())
                .as("taken in to the end").isGreaterThanOrEqualTo(after);
        own.close();
    }

    private static long owned(JdbcClient database) {
        return database.sql("select count(*) from token_entry where owner is not null").query(Long.class).single();
    }
}
