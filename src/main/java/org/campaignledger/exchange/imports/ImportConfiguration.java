package org.campaignledger.exchange.imports;

import org.campaignledger.platform.eventstore.LedgerClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Settings of imports, and the end of the sheets that they leave behind for a while. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    private final ImportTable table;
    private final ImportFiles files;
    private final ImportProperties properties;
    private final LedgerClock clock;

    ImportConfiguration(ImportTable table, ImportFiles files, ImportProperties properties, LedgerClock clock) {
        this.table = table;
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sheets with errors hold what was sent: they go after a while, fetched or not, whichever instance made them. */
    @Scheduled(fixedDelayString = "PT10M")
    void forgetSheets() {
        table.sheets(clock.now().minus(properties.keepSheets())).forEach(files::forgetSheet);
    }
}
