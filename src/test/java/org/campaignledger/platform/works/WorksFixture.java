package org.campaignledger.platform.works;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.works.store.FolderWorkStore;
import org.campaignledger.platform.works.store.Receiving;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Works in a folder and a database of their own, with a clock that stands where the test puts it. */
final class WorksFixture implements AutoCloseable {

    static final long LIMIT = 1_000_000;

    final LedgerDatabase database = LedgerDatabase.fresh();
    final WorkTable table;
    final FolderWorkStore store;
    final PublicCopies copies;
    final Works works;
    final WorkDownload download;
    private final HikariDataSource pool = database.pool(4, "works");
    private final Path folder;
    Instant now = Instant.parse("2026-05-01T00:00:00Z");

    WorksFixture(Path folder) {
        this(folder, new Receiving(folder.resolve("incoming")));
    }

    WorksFixture(Path folder, Receiving receiving) {
        this.folder = folder;
        this.table = new WorkTable(JdbcClient.create(pool));
        this.store = new FolderWorkStore(folder);
        this.copies = new PublicCopies(folder.resolve("copies"), store);
        this.works = new Works(store, receiving, copies, table, new JdbcTransactionManager(pool),
                new WorksProperties(WorksProperties.Kind.FOLDER, null, LIMIT, null), () -> now);
        this.download = new WorkDownload(store, copies, table);
    }

    WorkFacts receives(byte[] bytes, String account) throws IOException {
        return works.receive(new ByteArrayInputStream(bytes), account);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
