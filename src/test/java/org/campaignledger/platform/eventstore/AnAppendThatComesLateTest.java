package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon Server may write what was given up. Then claims are missing, and somebody must hear of it. */
class AnAppendThatComesLateTest {

    private static final long POSITION = 7;

    private final Map<Long, UUID> context = new ConcurrentHashMap<>();
    private final UUID event = UUID.randomUUID();
    private LedgerDatabase database;
    private HikariDataSource pool;

    @BeforeEach
    void fresh() {
        database = LedgerDatabase.fresh();
        pool = database.pool(2, "settling");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** An instance, which gives up at once. */
    private PreparedAppends instance() {
        return new PreparedAppends(pool, Duration.ZERO, context::get);
    }

    private void prepare() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table beside (n int)");
            }
            PreparedAppends.prepare(connection, new PreparedAppends.Name(POSITION, event));
        }
    }

    private long open() {
        return database.number("select count(*) from axon_server_given_up");
    }

    @Test
    void alone_at_the_position_that_it_was_written_for_it_is_noticed_by_every_instance_and_for_good() throws Exception {
        prepare();
        PreparedAppends first = instance();
        first.settleAll();
        assertThat(database.number("select count(*) from pg_prepared_xacts where database = current_database()"))
                .isZero();
        assertThat(first.late()).isZero();
        context.put(POSITION, event);
        PreparedAppends second = instance();
        second.settleAll();
        first.settleAll();
        assertThat(second.late()).isEqualTo(1);
        assertThat(first.late()).isEqualTo(1);
        PreparedAppends restarted = instance();
        restarted.settleAll();
        assertThat(restarted.late()).isEqualTo(1);
    }

    @Test
    void in_time_it_is_written_and_nothing_is_remembered() throws Exception {
        prepare();
        context.put(POSITION, event);
        PreparedAppends instance = instance();
        instance.settleAll();
        assertThat(database.number("select count(*) from pg_class where relname = 'beside'")).isEqualTo(1);
        assertThat(instance.late()).isZero();
        assertThat(open()).isZero();
    }

    /** It comes to stand behind that one, if at all, which the tail sees. */
    @Test
    void where_another_stands_in_its_place_there_is_nothing_to_notice_here() throws Exception {
        prepare();
        PreparedAppends instance = instance();
        instance.settleAll();
        context.put(POSITION, UUID.randomUUID());
        instance.settleAll();
        assertThat(instance.late()).isZero();
        assertThat(open()).isEqualTo(1);
        database.run("update axon_server_given_up set given_up_at = now() - interval '25 hours'");
        instance.settleAll();
        assertThat(open()).as("after a day").isZero();
    }
}
