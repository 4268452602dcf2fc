package org.campaignledger.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.ProductProcess;

/** The service in a process of its own whose heap is bounded; how much of it was in use is read from the collector's log. */
final class BenchService implements AutoCloseable {

    /** Such as {@code GC(12) Pause Young (Normal) 141M->52M(256M) 3.1ms}. */
    private static final Pattern IN_USE = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final int port;
    private final Process process;

    /**
     * Starts it.
     *
     * @param folder   where its log and that of its collector are written
     * @param data     its data folder
     * @param heap     its heap, such as {@code 256m}
     * @param password of its first accounts
     */
    BenchService(Path folder, Path data, String heap, String password) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        process = new ProcessBuilder(ProductProcess.java(), "-Xmx" + heap, gcLog(folder.resolve("gc.log")),
                "--enable-native-access=ALL-UNNAMED", ProductProcess.classPathArgument(folder),
                CampaignLedger.class.getName(), "--server.port=" + port, "--ledger.data-dir=" + data,
                "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath(),
                "--ledger.admin-password=" + password, "--ledger.checker-password=" + password)
                .redirectErrorStream(true).redirectOutput(folder.resolve("service.log").toFile()).start();
    }

    /** The option that has a process write down its collections. */
    static String gcLog(Path file) {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /** Waits until it can be used. */
    void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("service.log")));
            }
            try {
                if (send(HttpRequest.newBuilder(at("/actuator/health/readiness")).build()) == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the service does not start");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    URI at(String path) {
        return URI.create(url() + path);
    }

    static int send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** Its collections so far. */
    List<Collection> collections() throws IOException {
        return collections(folder.resolve("gc.log"));
    }

    /**
     * What was in use around a collection, in megabytes.
     *
     * @param before it
     * @param after  it
     */
    record Collection(int before, int after) {

        /** The most before one of these. */
        static int mostBefore(List<Collection> all) {
            return all.stream().mapToInt(Collection::before).max().orElse(0);
        }

        /** The most after one of these. */
        static int mostAfter(List<Collection> all) {
            return all.stream().mapToInt(Collection::after).max().orElse(0);
        }
    }

    /** Those that a process has written down. */
    static List<Collection> collections(Path log) throws IOException {
        List<Collection> collections = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher found = IN_USE.matcher(line);
            if (found.find()) {
                collections.add(new Collection(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
            }
        }
        return collections;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
