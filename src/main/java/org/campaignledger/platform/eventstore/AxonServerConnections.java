package org.campaignledger.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * The connection to Axon Server, and the ledger's store there. Address, context, token and TLS are those of
 * {@code axon.axonserver}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreConfiguration.ENGINE, havingValue = EventStoreConfiguration.AXON_SERVER)
@EnableConfigurationProperties(AxonServerSettings.class)
public class AxonServerConnections {

    @Bean
    @ConfigurationProperties("axon.axonserver")
    AxonServerConfiguration axonServerConfiguration(@Value("${spring.application.name}") String name) {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setComponentName(name);
        return configuration;
    }

    /**
     * An Axon Server that is not there yet, or no longer, is tried again until it is.
     *
     * @throws IllegalStateException the certificate can't be used: without TLS nobody would look at it
     */
    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnectionManager(AxonServerConfiguration configuration) {
        // What is configured as nothing is nothing: an empty token would be sent, an empty file looked for.
        configuration.setToken(blankIsNone(configuration.getToken()));
        configuration.setCertFile(blankIsNone(configuration.getCertFile()));
        mustBeUsable(configuration.getCertFile(), configuration.isSslEnabled());
        return AxonServerConnectionManager.builder().axonServerConfiguration(configuration)
                .routingServers(configuration.getServers()).build();
    }

    private static @Nullable String blankIsNone(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void mustBeUsable(@Nullable String certificate, boolean tls) {
        if (certificate != null && !tls) {
            throw new IllegalStateException("axon.axonserver.cert-file is given, but axon.axonserver.ssl-enabled is not"
                    + " true: the connection would be in the clear");
        }
        if (certificate != null && !Files.isReadable(Path.of(certificate))) {
            throw new IllegalStateException("axon.axonserver.cert-file can't be read: " + certificate);
        }
    }

    @Bean(destroyMethod = "close")
    @DependsOn("flywayInitializer")
    AxonServerLedgerStore ledgerStore(AxonServerConnectionManager connections, DataSource dataSource,
            JdbcConnectionDetails details, LedgerClock clock, MeterRegistry registry, AxonServerSettings settings) {
        return new AxonServerLedgerStore(() -> connections.getConnection().eventChannel(), dataSource,
                EventStoreConfiguration.writers(details), clock, registry, settings);
    }
}
