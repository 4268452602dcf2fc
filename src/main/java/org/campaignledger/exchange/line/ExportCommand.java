package org.campaignledger.exchange.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.campaignledger.platform.cli.Bar;
import org.campaignledger.platform.cli.FileFrom;
import org.campaignledger.platform.cli.LedgerConnection;
import org.campaignledger.platform.cli.RunningLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code export URL}: a running ledger's archive, which is also its backup; or one of its registers as a sheet. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Writes a running ledger up to a sealed position into one archive, while commands go on.",
        "The archive holds no key and no secret; person keys are backed up apart.",
        "With --campaign and --register: that register as a sheet, .xlsx, .csv or .ndjson after the file's name.",
        "Exit code 0: the file is whole and on disk; 2: it is not, and nothing was kept."})
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningLedger ledger = new RunningLedger();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "the archive (*.ledger.zip) or sheet to write")
    private Path file = Path.of("");

    @Option(names = "--position", paramLabel = "N", description = "up to this position; absent: all that is there")
    private @Nullable Long position;

    @Option(names = "--campaign", paramLabel = "ID", description = "the campaign whose register is wanted")
    private @Nullable String campaign;

    @Option(names = "--register", paramLabel = "NAME", description = "such as propagandists, events, entries, progress or trail; ranking wants --filter category=ID, explain --filter metric=ID")
    private @Nullable String register;

    @Option(names = "--filter", paramLabel = "NAME=VALUE", description = "a parameter of the query, such as unit=FJ; may be repeated")
    private final Map<String, String> filters = new LinkedHashMap<>();

    /** The ledger that it speaks to, for tests. */
    RunningLedger ledger() {
        return ledger;
    }

    /** Fetches the answer into a file beside, and puts it in place once it is whole and on disk. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String path = path();
        try (LedgerConnection connection = register == null ? ledger.signIn() : ledger.connect();
                FileFrom target = new FileFrom(file)) {
            HttpResponse<InputStream> answer = connection.open(path);
            try (InputStream body = answer.body()) {
                target.write(body, new Bar(out), "fetched");
            }
            boolean zipped = register == null || format().equals("xlsx");
            String whole = zipped ? ", %d entries".formatted(entries(target.part())) : "";
            Path kept = target.keep();
            out.printf(Locale.ROOT, "EXPORTED up to position %s into %s (%,d bytes%s)%n",
                    answer.headers().firstValue("Ledger-Position").orElse("?"), kept, Files.size(kept), whole);
            return 0;
        }
    }

    private String path() {
        if ((register == null) != (campaign == null)) {
            throw refused("--register and --campaign belong together");
        }
        Map<String, String> query = new LinkedHashMap<>(filters);
        if (position != null) {
            query.put("position", position.toString());
        }
        String asked = query.isEmpty()
                ? ""
                : query.entrySet().stream().map(one -> LedgerConnection.encoded(one.getKey()) + "=" + LedgerConnection
                        .encoded(one.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        if (register == null) {
            if (!filters.isEmpty()) {
                throw refused("--filter is for a register; an archive is always whole");
            }
            return "/api/v1/archive" + asked;
        }
        return "/api/v1/campaigns/" + LedgerConnection.encoded(Objects.requireNonNull(campaign)) + "/exports/"
                + LedgerConnection.encoded(register) + "."
                + format() + asked;
    }

    private String format() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String format = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return switch (format) {
            case "xlsx", "csv", "ndjson" -> format;
            default -> throw refused("a register is written as .xlsx, .csv or .ndjson, not as " + name);
        };
    }

    private ParameterException refused(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    /** An answer that was cut off has no table of contents. */
    private static long entries(Path part) throws IOException {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            return zip.size();
        } catch (IOException cut) {
            throw new IOException("the answer was cut off on its way; nothing was kept", cut);
        }
    }
}
