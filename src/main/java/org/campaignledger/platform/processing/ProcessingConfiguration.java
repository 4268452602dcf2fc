package org.campaignledger.platform.processing;

import java.time.Clock;

import javax.sql.DataSource;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.campaignledger.platform.postgres.DataDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's processors on Spring's transactions: tokens and rows stand or fall together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessingProperties.class)
public class ProcessingConfiguration {

    /** Real time, whatever the ledger's own clock shows: when an operation began and ended. */
    @Bean
    Clock operationsClock() {
        return Clock.systemUTC();
    }

    /** Named explicitly: left to itself, Axon 4.13 under Boot 4 goes without transactions, and says nothing. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /**
     * Tokens in {@code token_entry}. The owner is the instance's own lasting id, so that an instance that was killed
     * takes its claims up again at once instead of waiting until they time out.
     */
    @Bean
    ClaimsOfWhatStands tokenStore(DataSource dataSource, Serializer serializer, ProcessingProperties properties,
            DataDirectory dataDirectory, JdbcClient jdbc) {
        return new ClaimsOfWhatStands(JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .contentType(byte[].class)
                .schema(TokenSchema.builder().setTokenTable("token_entry").setProcessorNameColumn("processor_name")
                        .setTokenColumn("token").setTokenTypeColumn("token_type").setOwnerColumn("owner").build())
                .claimTimeout(properties.claimTimeout())
                .nodeId(InstanceId.of(dataDirectory.root())), jdbc);
    }
}
