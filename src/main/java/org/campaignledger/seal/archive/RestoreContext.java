package org.campaignledger.seal.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.seal.store.SealStore;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a restore needs of the product: the data folder, the database, the store and the events of all slices; no door,
 * no processors and no sealer, which begin with the first start afterwards. Not a stereotype, so that the service does
 * not find it.
 */
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(basePackages = "org.campaignledger", useDefaultFilters = false, includeFilters = {
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.campaignledger\\.[a-z]+\\.[A-Za-z]+Configuration"),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.campaignledger\\.platform\\.postgres\\.[A-Za-z]+Configuration"),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.campaignledger\\.platform\\.eventstore\\."
                + "(EventStoreConfiguration|AxonServerConnections|EventCodec)"),
        @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = {SealStore.class, Attachments.class})})
class RestoreContext {

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Restoration restoration(LedgerStore store, EventCodec codec, SealStore log, Attachments attachments,
            JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Restoration(store, codec, log, attachments, jdbc, new TransactionTemplate(transactions));
    }
}
