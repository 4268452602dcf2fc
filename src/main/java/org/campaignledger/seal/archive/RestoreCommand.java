package org.campaignledger.seal.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.personaldata.KeysBroughtBack;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.seal.verify.VerifyCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code restore ARCHIVE}: an archive back into an empty ledger, before its first start. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
        "Restores an archive into an empty ledger, before its first start.",
        "Engine and database are those of the service (LEDGER_EVENT_STORE, SPRING_DATASOURCE_URL).",
        "Broken off, it goes on when it is run again."})
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ARCHIVE", description = "what export has written (*.ledger.zip)")
    private Path archive = Path.of("");

    @Option(names = "--data-dir", paramLabel = "DIR", description = "the new ledger's data folder (LEDGER_DATA_DIR, ./data)")
    private @Nullable Path dataDir;

    @Option(names = "--keys", paramLabel = "FILE", description = "what backup-keys has written; without it, and without"
            + " natural.key in the data folder, persons are unreadable and could be counted twice")
    private @Nullable Path keys;

    @Option(names = "--key", paramLabel = "VKEY", description = "the log's verifier key, as you were given it; without it,"
            + " the archive's own word is taken")
    private @Nullable String logKey;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    /** Verifies the archive, then loads it. */
    @Override
    public Integer call() throws Exception {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        if (!Files.isRegularFile(archive)) {
            out.println("There is no archive " + archive);
            return CommandLines.NOT_DONE;
        }
        List<String> verification = new ArrayList<>(List.of(archive.toString()));
        if (logKey != null) {
            verification.addAll(List.of("--key", logKey));
        }
        int verdict = new CommandLine(new VerifyCommand()).setOut(out).setErr(line.getErr())
                .execute(verification.toArray(String[]::new));
        if (verdict != 0) {
            out.println("NOT RESTORED: the archive is not whole");
            return verdict;
        }
        try (Archive opened = new Archive(archive);
                ConfigurableApplicationContext context = context()) {
            long began = System.nanoTime();
            long size = opened.checkpoint().size();
            context.getBean(Restoration.class).from(opened, position -> {
                out.println("restored up to position " + position + " of " + size);
                out.flush();
            }, () -> bringKeysBack(context, out));
            out.printf("RESTORED %d events in %.1f s, root as in the archive%n", size,
                    (System.nanoTime() - began) / 1e9);
            return 0;
        } catch (IllegalStateException wrong) {
            out.println("NOT RESTORED: " + wrong.getMessage());
            return CommandLines.WRONG;
        }
    }

    private void bringKeysBack(ConfigurableApplicationContext context, PrintWriter out) throws IOException {
        Path folder = context.getBean(DataDirectory.class).keys();
        Path backup = keys;
        if (backup != null) {
            KeysBroughtBack.from(backup, context.getBean(DataSource.class), folder).forEach(out::println);
        } else if (!KeysBroughtBack.naturalKeyIsThere(folder)) {
            out.println("WARNING: there is no natural key. Before anybody is recorded, put that of the old ledger into "
                    + folder + ", or people who were recorded there can be recorded again.");
        }
    }

    private ConfigurableApplicationContext context() {
        List<String> arguments = new ArrayList<>(properties);
        if (dataDir != null) {
            arguments.add("--ledger.data-dir=" + dataDir);
        }
        return new SpringApplicationBuilder(RestoreContext.class).web(WebApplicationType.NONE).logStartupInfo(false)
                .properties(Map.of("logging.level.root", "error")).run(arguments.toArray(String[]::new));
    }
}
