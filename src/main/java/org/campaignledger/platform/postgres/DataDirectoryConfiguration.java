package org.campaignledger.platform.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the data folder that {@code ledger.data-dir} names, {@code ./data} by default, for this instance. */
@Configuration(proxyBeanMethods = false)
class DataDirectoryConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${ledger.data-dir:./data}") String folder) {
        return DataDirectory.open(Path.of(folder));
    }
}
