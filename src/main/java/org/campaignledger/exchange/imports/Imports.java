package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRefused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.personaldata.SealedFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The imports of this instance: a few at a time, the others in their turn. One that was broken off with the process goes on
 * when it starts again. An uploaded file and its key are gone as soon as its import has ended.
 */
@Component
class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final long STOPPING_SECONDS = 15;
    private static final int ATTEMPTS = 5;
    private static final long RETRY_SECONDS = 5;

    private final ImportFolder folder;
    private final ImportTable table;
    private final ImportRunning running;
    private final SealedFiles files;
    private final LedgerClock clock;
    private final ExecutorService threads;
    private final Map<String, Future<?>> runs = new ConcurrentHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private volatile boolean started;

    Imports(ImportFolder folder, ImportTable table, ImportRunning running, SealedFiles files, LedgerClock clock,
            ImportProperties properties) {
        this.folder = folder;
        this.table = table;
        this.running = running;
        this.files = files;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(properties.atOnce(), Thread.ofPlatform().daemon(true)
                .name("import-", 0).factory());
    }

    /** Goes on with what was broken off. */
    @Override
    public void start() {
        started = true;
        folder.sweep(table.unfinished(folder.home()).stream().map(ImportJob::id).toList());
        table.unfinished(folder.home()).forEach(this::submit);
    }

    /** Gives an import that has been begun to a thread. */
    void submit(ImportJob job) {
        runs.put(job.id(), threads.submit(() -> run(job.id())));
    }

    private void run(String id) {
        try {
            ImportJob job = table.find(id).orElseThrow();
            if (!job.isOver()) {
                finish(job, outcome(job));
            }
        } catch (InterruptedException stopping) {
            LOG.info("The import {} is broken off and goes on at the next start", id);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException failure) {
            tryLater(id, failure);
        } finally {
            runs.remove(id);
        }
    }

    /** What is not able just now may be in a while; what never is must not leave an import that never ends. */
    private void tryLater(String id, Exception failure) {
        int attempt = attempts.merge(id, 1, Integer::sum);
        if (attempt < ATTEMPTS) {
            LOG.warn("The import {} was broken off and is tried again", id, failure);
            CompletableFuture.delayedExecutor(attempt * RETRY_SECONDS, TimeUnit.SECONDS).execute(() -> {
                if (started) {
                    table.find(id).ifPresent(this::submit);
                }
            });
            return;
        }
        LOG.error("The import {} is given up", id, failure);
        attempts.remove(id);
        end(id, ImportJob.State.CANCELLED, Problem.of("", "internal-error", Map.of()));
    }

    private void end(String id, ImportJob.State state, @Nullable Problem refusal) {
        table.end(id, state, refusal, clock.now());
        table.keep(id, ImportTable.Kept.UPLOAD, null);
        try {
            Files.deleteIfExists(folder.upload(id));
        } catch (IOException left) {
            LOG.warn("The file of the import {} is left behind, and cannot be read any more", id, left);
        }
    }

    private ImportRun.End outcome(ImportJob job) throws IOException, InterruptedException {
        Optional<byte[]> key = table.key(job.id(), ImportTable.Kept.UPLOAD);
        if (key.isEmpty() || !Files.exists(folder.upload(job.id()))) {
            return ImportRun.End.refused(Problem.of("", "upload-lost", Map.of()));
        }
        if (job.cancelled()) {
            return ImportRun.End.of(ImportJob.State.CANCELLED);
        }
        try (SheetFile file = SheetFile.open(reading(job.id(), ImportTable.Kept.UPLOAD), running.fits(job))) {
            return running.run(job, file);
        } catch (SheetRefused refused) {
            return ImportRun.End.refused(Problem.of(refused));
        }
    }

    /** The sheet with its errors is made while the file is still there; then the file goes, then the import has ended. */
    private void finish(ImportJob job, ImportRun.End end) throws IOException {
        if (table.find(job.id()).orElseThrow().counts().refused() > 0) {
            byte[] key = files.newKey(ImportTable.Kept.SHEET.column() + job.id());
            try (SheetFile file = SheetFile.open(reading(job.id(), ImportTable.Kept.UPLOAD), running.fits(job));
                    OutputStream out = files.writing(folder.sheet(job.id()), ImportTable.Kept.SHEET.column() + job.id(),
                            key)) {
                running.annotate(job, file, out);
                table.keep(job.id(), ImportTable.Kept.SHEET, key);
            }
        }
        Problem refusal = end.refusal() == ImportRun.End.NONE ? null : end.refusal();
        end(job.id(), end.state(), refusal);
    }

    /** A file of an import, in the clear. */
    SeekableByteChannel reading(String id, ImportTable.Kept kept) throws IOException {
        byte[] key = table.key(id, kept).orElseThrow(() -> new IOException("the key of the file is gone"));
        Path file = kept == ImportTable.Kept.UPLOAD ? folder.upload(id) : folder.sheet(id);
        return files.reading(file, kept.column() + id, key);
    }

    /** The same as a stream, closed by the caller; empty where it is no longer there, or on another instance. */
    Optional<InputStream> sheet(ImportJob job) {
        if (!job.hasSheet() || !Files.exists(folder.sheet(job.id()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Channels.newInputStream(reading(job.id(), ImportTable.Kept.SHEET)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Stops; what runs is broken off between two windows, or within one: its rows know whether they were written. */
    @Override
    public void stop() {
        started = false;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import does not stop");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
