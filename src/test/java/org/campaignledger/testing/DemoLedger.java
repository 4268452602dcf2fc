package org.campaignledger.testing;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignledger.platform.postgres.TestPostgres;

/** The product with its demo season played to the end: what a visitor of {@code mvn spring-boot:run} finds. */
public final class DemoLedger implements AutoCloseable {

    /** Of every account of the demo, and of both first admins here. */
    public static final String PASSWORD = LedgerServer.PASSWORD;

    private final LedgerServer server;
    private final Path played;

    private DemoLedger(LedgerServer server) {
        this.server = server;
        this.played = server.data().resolve("demo-season.done");
    }

    /**
     * Starts it; the season goes on while the caller does other things.
     *
     * @param size of the season, as a share of the real one
     */
    public static DemoLedger begin(String size) {
        return new DemoLedger(LedgerServer.demo(size));
    }

    /** The same on this database; its files are left in this folder. */
    public static DemoLedger begin(String size, TestPostgres.Database database, Path data) {
        return new DemoLedger(LedgerServer.start(database, data, LedgerServer.asDemo(size)));
    }

    /** The ledger, acting in the campaign of 2019. */
    public Ledger ledger() {
        return Ledger.at(server, "2019");
    }

    /** Waits until the season is over. */
    public DemoLedger whenPlayed() {
        await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(played));
        return this;
    }

    /** Address of a page. */
    public String url(String path) {
        return server.uri(path).toString();
    }

    /** A part of the running product itself. */
    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    @Override
    public void close() {
        server.close();
    }
}
