package org.campaignledger.platform.personaldata;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore-keys FILE}: brings back what {@code backup-keys} has written, but for who was erased. */
@Command(name = "restore-keys", mixinStandardHelpOptions = true, description = {
        "Brings the keys of persons back from a file that backup-keys has written.",
        "Whoever was erased stays erased. All of the file is taken, or nothing."})
public final class RestoreKeysCommand implements Callable<Integer> {

    @Mixin
    private final LedgerFolder ledger = new LedgerFolder();

    @Parameters(paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    /** The command, before its options are read. */
    public RestoreKeysCommand() {}

    LedgerFolder ledger() {
        return ledger;
    }

    @Override
    public Integer call() throws Exception {
        GivenKeys given = ledger.given();
        KeyRestore.Restored restored = new KeyRestore(ledger.database(), given.found(ledger.keys()),
                given.naturalIsConfigured()).from(Objects.requireNonNull(file));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(restored.inFile() + " keys of persons in the file: " + restored.restored() + " restored, "
                + restored.erased() + " left out since their persons were erased, "
                + (restored.inFile() - restored.restored() - restored.erased()) + " in place already");
        byte[] natural = restored.naturalKey();
        if (natural != null) {
            KeyFiles.write(ledger.keys().resolve(KeyFiles.NATURAL), natural);
            out.println("The natural key was replaced by that of the backup: restart the service now, before anybody is"
                    + " recorded.");
        }
        return 0;
    }
}
