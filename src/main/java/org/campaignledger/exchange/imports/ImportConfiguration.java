package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.nio.file.Files;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Settings of imports, and the end of the sheets that they leave behind for a while. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ImportConfiguration.class);

    private final ImportTable table;
    private final ImportFolder folder;
    private final ImportProperties properties;
    private final LedgerClock clock;

    ImportConfiguration(ImportTable table, ImportFolder folder, ImportProperties properties, LedgerClock clock) {
        this.table = table;
        this.folder = folder;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sheets with errors hold what was sent: they go after a while, fetched or not. */
    @Scheduled(fixedDelayString = "PT10M")
    void forgetSheets() {
        for (String id : table.sheetsOf(folder.home(), clock.now().minus(properties.keepSheets()))) {
            table.keep(id, ImportTable.Kept.SHEET, null);
            try {
                Files.deleteIfExists(folder.sheet(id));
            } catch (IOException left) {
                LOG.warn("A sheet is left behind, and cannot be read any more: {}", left.toString());
            }
        }
    }
}
