package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lagging is told by how long what is missing has been there; standing still is something else. */
class ProjectionPositionsTest {

    private static final String NAME = "trail";

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource pool = database.pool(2, "positions");
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000); // overflows soon, as it may
    private ProjectionPositions positions;

    @BeforeEach
    void aLedgerThatHasOnlyAHead() {
        LedgerStore store = (LedgerStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{LedgerStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("head")) {
                        return head.get();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        positions = new ProjectionPositions(JdbcClient.create(pool), store, () -> {}, nanoTime::get);
        database.run("insert into projection (name, position) values ('" + NAME + "', 0)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void after(long seconds, long headAt, long positionAt) {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        head.set(headAt);
        database.run("update projection set position = " + positionAt + " where name = '" + NAME + "'");
    }

    @Test
    void whoKeepsUpHasNoLag() {
        after(1, 10, 10);
        assertThat(positions.lagSeconds(NAME)).isZero();
        assertThat(positions.standsStillSeconds(NAME)).isZero();
        assertThat(positions.lagEvents(NAME)).isZero();
    }

    @Test
    void whoFallsBehindWhileMovingLagsMoreAndMoreAndDoesNotStandStill() {
        after(0, 100, 0);
        assertThat(positions.lagSeconds(NAME)).isZero();
        for (int second = 10; second <= 90; second += 10) {
            after(10, 100L + second * 100L, second);
            assertThat(positions.lagSeconds(NAME)).isEqualTo(second);
            assertThat(positions.standsStillSeconds(NAME)).isZero();
        }
        after(10, 20_000, 9_150);
        assertThat(positions.lagSeconds(NAME)).as("since the head, at 9,100 when last seen before, passed 9,150")
                .isZero();
        after(10, 20_000, 20_000);
        assertThat(positions.lagSeconds(NAME)).isZero();
    }

    @Test
    void whoStandsStillBehindTheLedgerIsToldToDoSo() {
        after(0, 100, 40);
        assertThat(positions.standsStillSeconds(NAME)).isZero();
        after(30, 300, 40);
        assertThat(positions.standsStillSeconds(NAME)).isEqualTo(30);
        after(31, 300, 40);
        assertThat(positions.standsStillSeconds(NAME)).isEqualTo(61);
        after(1, 300, 41);
        assertThat(positions.standsStillSeconds(NAME)).isZero();
    }
}
