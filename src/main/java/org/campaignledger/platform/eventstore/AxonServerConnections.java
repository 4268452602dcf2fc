package org.campaignledger.platform.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
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

    /** An Axon Server that is not there yet, or no longer, is tried again until it is. */
    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnectionManager(AxonServerConfiguration configuration) {
        return AxonServerConnectionManager.builder().axonServerConfiguration(configuration)
                .routingServers(configuration.getServers()).build();
    }

    @Bean(destroyMethod = "close")
    @DependsOn("flywayInitializer")
    AxonServerLedgerStore ledgerStore(AxonServerConnectionManager connections, DataSource dataSource,
            JdbcConnectionDetails details, LedgerClock clock, MeterRegistry registry, AxonServerSettings settings) {
        return new AxonServerLedgerStore(() -> connections.getConnection().eventChannel(), dataSource,
                EventStoreConfiguration.writers(details), clock, registry, settings);
    }
}
