package org.campaignledger.platform.personaldata;

import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.campaignledger.platform.postgres.LedgerAtHand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command on its keys is about. */
final class LedgerFolder {

    @Option(names = "--data-dir", paramLabel = "FOLDER", defaultValue = "${env:LEDGER_DATA_DIR:-./data}", description = "The data folder of the ledger (LEDGER_DATA_DIR; default: ./data).")
    private Path folder = Path.of("data");

    /** Environment variables; replaced by tests. */
    private Function<String, @Nullable String> environment = System::getenv;

    void setEnvironment(Function<String, @Nullable String> other) {
        this.environment = other;
    }

    Path keys() {
        return folder.resolve("keys");
    }

    GivenKeys given() {
        return GivenKeys.of(environment);
    }

    DataSource database() {
        return LedgerAtHand.of(folder, environment);
    }
}
