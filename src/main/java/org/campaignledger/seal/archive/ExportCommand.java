package org.campaignledger.seal.archive;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import org.campaignledger.platform.cli.CommandLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export URL}: a running ledger's archive, which is also its backup. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Writes a running ledger up to a sealed position into one archive, while commands go on.",
        "The archive holds no key and no secret; person keys are backed up apart."})
public final class ExportCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;
    private static final long TOLD_EVERY = 64L << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "the service, such as http://localhost:8080")
    private String url = "";

    @Option(names = "--user", paramLabel = "NAME", required = true, description = "an AUDITOR or ADMIN; the password comes from LEDGER_PASSWORD or is asked")
    private String user = "";

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "the archive to write (*.ledger.zip)")
    private Path file = Path.of("");

    @Option(names = "--position", paramLabel = "N", description = "up to this position; absent: all that is sealed")
    private @Nullable Long position;

    /** Fetches the archive into a file beside, and puts it in place once it is whole and on disk. */
    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<InputStream> answer = client.send(request(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    out.println("NOT EXPORTED: status " + answer.statusCode() + " "
                            + new String(body.readNBytes(2_000), StandardCharsets.UTF_8));
                    return CommandLines.NOT_DONE;
                }
                save(body, part, out);
            }
            long entries = mustBeWhole(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out.printf("EXPORTED up to position %s into %s (%,d bytes, %d entries)%n",
                    answer.headers().firstValue("Ledger-Position").orElse("?"), target, Files.size(target), entries);
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private HttpRequest request() {
        String pair = user + ":" + password();
        String query = position == null ? "" : "?position=" + position;
        return HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/api/v1/archive" + query))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .GET().build();
    }

    private static String password() {
        String given = System.getenv("LEDGER_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char[] asked = console == null ? null : console.readPassword("Password: ");
        if (asked == null) {
            throw new IllegalStateException("the password is given by LEDGER_PASSWORD");
        }
        return new String(asked);
    }

    private static void save(InputStream body, Path part, PrintWriter out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        long told = TOLD_EVERY;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining();) {
                    channel.write(left);
                }
                written += read;
                if (written > told) {
                    out.printf("%,d bytes%n", written);
                    out.flush();
                    told = written + TOLD_EVERY;
                }
            }
            channel.force(true);
        }
    }

    /** An answer that was cut off has no table of contents. */
    private static long mustBeWhole(Path part) throws IOException {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            return zip.size();
        } catch (IOException cut) {
            throw new IOException("the archive was cut off on its way; nothing was kept", cut);
        }
    }
}
