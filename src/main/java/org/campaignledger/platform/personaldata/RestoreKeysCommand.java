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
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        KeysBroughtBack.from(Objects.requireNonNull(file), ledger.database(), ledger.keys(), ledger.given())
                .forEach(out::println);
        return 0;
    }
}
