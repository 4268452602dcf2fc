package org.campaignledger.seal;

import com.zaxxer.hikari.HikariDataSource;
import org.campaignledger.platform.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An empty database with the product's tables, for tests that need no more of the product. */
public final class SealDatabase implements AutoCloseable {

    private final HikariDataSource source = new HikariDataSource();

    /** A new one. */
    public SealDatabase() {
        TestPostgres.Database fresh = TestPostgres.freshDatabase();
        source.setJdbcUrl(fresh.url());
        source.setUsername(fresh.user());
        source.setPassword(fresh.password());
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    }

    /** Its connections. */
    public HikariDataSource source() {
        return source;
    }

    /** Statements. */
    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /** Statements in bulk. */
    public JdbcTemplate bulk() {
        return new JdbcTemplate(source);
    }

    /** Transactions. */
    public JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(source);
    }

    @Override
    public void close() {
        source.close();
    }
}
