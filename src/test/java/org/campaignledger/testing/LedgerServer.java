package org.campaignledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The product as it is shipped, on a port of its own and an empty database of the test server. */
final class LedgerServer implements AutoCloseable {

    /** Of both first accounts, and of everyone that the tests make. */
    static final String PASSWORD = "correct-horse-12";

    private final ConfigurableApplicationContext context;
    private final Path data;
    private final boolean keepsData;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final String root;

    private LedgerServer(ConfigurableApplicationContext context, Path data, boolean keepsData) {
        this.context = context;
        this.data = data;
        this.keepsData = keepsData;
        this.root = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    static LedgerServer start() {
        return start(TestPostgres.freshDatabase(), folder(), false);
    }

    /** On this database, with further settings; its files are left in this folder. */
    static LedgerServer start(TestPostgres.Database database, Path data, String... settings) {
        return start(database, data, true, settings);
    }

    /** With the demo season, which begins to be played at once. */
    static LedgerServer demo(String size) {
        return start(TestPostgres.freshDatabase(), folder(), false, asDemo(size));
    }

    /** Settings of the demo season. */
    static String[] asDemo(String size) {
        return new String[]{"--spring.profiles.active=demo", "--ledger.demo.password=" + PASSWORD,
                "--ledger.demo.size=" + size};
    }

    /** On this database, with these parts instead of its own, by name, and these options. */
    static LedgerServer start(TestPostgres.Database database, Path data, Map<String, Object> parts, String... more) {
        return start(database, data, true, parts, more);
    }

    private static LedgerServer start(TestPostgres.Database database, Path data, boolean keepsData, String... more) {
        return start(database, data, keepsData, Map.of(), more);
    }

    private static LedgerServer start(TestPostgres.Database database, Path data, boolean keepsData,
            Map<String, Object> parts, String... more) {
        // As the product's main method does before Spring starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        return new LedgerServer(new SpringApplicationBuilder(CampaignLedger.class)
                .registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("noTests", new NoTests()),
                        starting -> parts.forEach(starting.getBeanFactory()::registerSingleton))
                .run(Stream.concat(Stream.of("--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--ledger.data-dir=" + data,
                        "--ledger.admin-password=" + PASSWORD,
                        "--ledger.checker-password=" + PASSWORD,
                        // Receivers of the tests are on this machine; they look and send when it is their turn.
                        "--ledger.subscriptions.allow-private-addresses=true",
                        "--ledger.subscriptions.check-every=1h", "--ledger.subscriptions.send-every=1h"), Arrays.stream(
                                more)).toArray(String[]::new)),
                data, keepsData);
    }

    /** The classes of the tests stand beside the product's, and are no part of it. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader metadata, MetadataReaderFactory factory) throws IOException {
            return metadata.getResource().getURL().getPath().contains("/test-classes/");
        }
    }

    Path data() {
        return data;
    }

    HttpClient http() {
        return http;
    }

    URI uri(String path) {
        return URI.create(root + path);
    }

    /** A path on the port for whoever runs the service. */
    URI watched(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port") + path);
    }

    Answer send(HttpRequest request) {
        try {
            return new Answer(request.method() + " " + request.uri().getPath(),
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "door-data-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops the product; whoever tests goes on asking it until it is gone. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        http.shutdownNow();
        context.close();
        if (keepsData) {
            return;
        }
        try (Stream<Path> left = Files.walk(data)) {
            List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
