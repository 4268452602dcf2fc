package org.campaignledger.platform.personaldata;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup-keys --to FILE}: the keys of persons and the natural key, wrapped by the master key. */
@Command(name = "backup-keys", mixinStandardHelpOptions = true, description = {
        "Writes the keys of persons to a file, apart from any export.",
        "They are wrapped by the master key, which is not in the file: keep that elsewhere.",
        "Keep the file for a short time only: whoever is erased later is still in it."})
public final class BackupKeysCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private final LedgerFolder ledger = new LedgerFolder();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "Where to; there must be no such file.")
    private @Nullable Path to;

    @Spec
    private @Nullable CommandSpec spec;

    /** The command, before its options are read. */
    public BackupKeysCommand() {
        this(InstantSource.system());
    }

    BackupKeysCommand(InstantSource clock) {
        this.clock = clock;
    }

    LedgerFolder ledger() {
        return ledger;
    }

    @Override
    public Integer call() throws Exception {
        Path file = Objects.requireNonNull(to).toAbsolutePath();
        long count = new KeyBackup(ledger.database(), ledger.given().found(ledger.keys()))
                .writeTo(file, clock.instant());
        Objects.requireNonNull(spec).commandLine().getOut().println(count + " keys of persons written to " + file);
        return 0;
    }
}
