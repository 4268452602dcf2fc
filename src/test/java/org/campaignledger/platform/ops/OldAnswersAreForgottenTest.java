package org.campaignledger.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers to idempotency keys are kept for 90 days. */
class OldAnswersAreForgottenTest {

    @Test
    void afterNinetyOneDaysTheyGoAndAfterEightyNineTheyStay() {
        LedgerDatabase database = LedgerDatabase.fresh();
        try (HikariDataSource pool = database.pool(2, "answers")) {
            JdbcClient jdbc = JdbcClient.create(pool);
            for (int days : new int[]{0, 89, 91, 400}) {
                jdbc.sql("""
                    insert into idempotent_answer (scope, body_hash, status, location, id, position, answered_at)
                    values (?, ?, 201, '/', ?, 1, now() - make_interval(days => ?))""")
                        .params(("key " + days).getBytes(StandardCharsets.UTF_8), new byte[32], "after " + days, days)
                        .update();
            }

            new OldAnswersAreForgotten(jdbc).forget();
        }
        assertThat(database.texts("select id from idempotent_answer order by id")).containsExactly("after 0",
                "after 89");
    }

    @Test
    void moreThanAreDeletedAtOnceGoAllTheSame() {
        LedgerDatabase database = LedgerDatabase.fresh();
        database.run("""
            insert into idempotent_answer (scope, body_hash, status, location, id, position, answered_at)
            select convert_to(n::text, 'UTF8'), '\\x00', 201, '/', n::text, n, now() - interval '91 days'
            from generate_series(1, 5001) n""");
        try (HikariDataSource pool = database.pool(2, "answers")) {
            new OldAnswersAreForgotten(JdbcClient.create(pool)).forget();
        }
        assertThat(database.number("select count(*) from idempotent_answer")).isZero();
    }
}
