package org.campaignledger.platform.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Runs PostgreSQL in the data folder unless {@code spring.datasource.url} names one outside. The connection pool and
 * the migrations are configured as ever; they only learn from here where the database is. Being its clients, they are
 * closed before the server is stopped.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoOutsidePostgres.class)
class EmbeddedPostgresConfiguration {

    /** {@code ledger.postgres.binaries-dir} is where the programs are unpacked, by default in the data folder. */
    @Bean
    PostgresServer postgresServer(DataDirectory data, @Value("${ledger.postgres.binaries-dir:}") String binaries) {
        return PostgresServer.start(data,
                binaries.isBlank() ? data.folder("postgres-binaries") : Path.of(binaries));
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(PostgresServer server) {
        return new ConnectionDetails(server.user(), server.password(), server.jdbcUrl());
    }

    private record ConnectionDetails(String getUsername, String getPassword,
            String getJdbcUrl) implements JdbcConnectionDetails {}

    static final class NoOutsidePostgres implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
