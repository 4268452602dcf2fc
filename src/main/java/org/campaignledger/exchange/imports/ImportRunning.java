package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.messaging.CommandsTogether;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Makes runs: brings together what the slices know of their sheets and what the ledger offers. */
@Component
class ImportRunning {

    private final Map<String, Importable> importables;
    private final BiFunction<Importable, BooleanSupplier, ImportParts> parts;
    private final ImportProgress progress;

    ImportRunning(List<Importable> importables, ImportTable table, ImportProgress progress,
            CampaignRulesSource rules, LedgerClock clock, Commands commands, CommandsTogether together,
            LedgerStore store, Accounts accounts, LedgerKeys keys, ImportProperties properties) {
        this.importables = importables.stream().collect(Collectors.toUnmodifiableMap(Importable::kind,
                Function.identity()));
        this.progress = progress;
        this.parts = (importable, stopping) -> new ImportParts(importable, table, progress, rules, clock, commands,
                together,
                store, accounts, keys, properties, stopping);
    }

    /** The register of this path name, if records of it can come from a sheet. */
    Optional<Importable> importable(String kind) {
        return Optional.ofNullable(importables.get(kind));
    }

    private Importable of(ImportJob job) {
        return importable(job.asked().kind()).orElseThrow();
    }

    /** By which rows the sheet of an import is found in a workbook. */
    SheetFile.Wanted wanted(ImportJob job) {
        List<SheetColumn> columns = of(job).columns();
        return new SheetFile.Wanted(SheetHeader.looksLike(job.asked().kind(), columns), SheetHeader.isWhole(job.asked()
                .kind(), columns));
    }

    /**
     * Runs an import on its file.
     *
     * @param stopping whether the instance is shutting down
     */
    ImportRun.End run(ImportJob job, SheetFile file, BooleanSupplier stopping)
            throws IOException, InterruptedException {
        ImportParts needed = parts.apply(of(job), stopping);
        return new ImportRun(job, file, new RowJudge(job, needed), needed).run();
    }

    /** Writes the sheet with what is wrong with its rows. */
    void annotate(ImportJob job, SheetFile file, OutputStream out) throws IOException {
        new AnnotatedSheet(job, progress).write(file, out);
    }
}
