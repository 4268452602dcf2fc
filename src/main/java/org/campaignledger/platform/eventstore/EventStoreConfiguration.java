package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/** The ledger's store: on PostgreSQL, unless the other engine is chosen. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    /** Property that chooses the engine. */
    static final String ENGINE = "ledger.event-store";
    static final String POSTGRES = "postgres";
    static final String AXON_SERVER = "axon-server";

    /**
     * Checks that there is such an engine.
     *
     * @throws IllegalStateException there is none of this name
     */
    public EventStoreConfiguration(Environment environment) {
        String engine = environment.getProperty(ENGINE, POSTGRES);
        if (!engine.equals(POSTGRES) && !engine.equals(AXON_SERVER)) {
            throw new IllegalStateException(ENGINE + " is " + POSTGRES + " or " + AXON_SERVER + ", not " + engine);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    LedgerClock ledgerClock() {
        return Instant::now;
    }

    @Bean(destroyMethod = "close")
    @DependsOn("flywayInitializer")
    @ConditionalOnProperty(name = ENGINE, havingValue = POSTGRES, matchIfMissing = true)
    PostgresLedgerStore ledgerStore(DataSource dataSource, JdbcConnectionDetails details, LedgerClock clock,
            MeterRegistry registry) {
        return new PostgresLedgerStore(dataSource, writers(details), clock, registry);
    }

    /**
     * The writer's own connections, apart from the pool: however many readers there are, an append is never held up. A
     * socket that stays silent is given up, since a paused database must become a known outage.
     */
    static DataSource writers(JdbcConnectionDetails details) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger-writer");
        config.setJdbcUrl(details.getJdbcUrl());
        config.setUsername(details.getUsername());
        config.setPassword(details.getPassword());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(2));
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("ApplicationName", "ledger-writer");
        // A detail such as "Failing row contains …" would put what people sent into the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
