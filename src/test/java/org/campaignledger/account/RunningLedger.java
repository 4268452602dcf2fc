package org.campaignledger.account;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The whole product on a database of its own. */
public final class RunningLedger implements AutoCloseable {

    /** Password of the two first accounts. */
    public static final String PASSWORD = "correct horse";

    private final ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Starts it; its files are kept in this folder. */
    public RunningLedger(TestPostgres.Database database, Path folder) {
        this(database, folder, "--ledger.admin-password=" + PASSWORD, "--ledger.checker-password=" + PASSWORD);
    }

    /** The same with these arguments. */
    public RunningLedger(TestPostgres.Database database, Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--ledger.data-dir=" + folder,
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        all.addAll(List.of(arguments));
        context = (ServletWebServerApplicationContext) SpringApplication.run(CampaignLedger.class,
                all.toArray(String[]::new));
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Asks as this account. */
    public HttpResponse<String> get(String username, String password, String path) {
        return send(to(username, password, path).GET());
    }

    /** What a path answers as it comes, as this account. */
    public InputStream download(String username, String password, String path) throws IOException {
        try {
            return client.send(to(username, password, path).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Gives a command as this account. */
    public HttpResponse<String> post(String username, String password, String path, String body) {
        return send(to(username, password, path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Where it answers. */
    public String url() {
        return "http://localhost:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** A page, as someone who is not signed in sees it. */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
    }

    private HttpRequest.Builder to(String username, String password, String path) {
        String pair = username + ":" + password;
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Accept-Language", "en").header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
