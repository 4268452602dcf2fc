package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRefused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.personaldata.SealedFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The imports of this instance: a few at a time, the others in their turn. One that was broken off with the process goes on
 * when it starts again. An uploaded file and its key are gone as soon as its import has ended.
 */
@Component
class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final long STOPPING_SECONDS = 15;
    /** Runs of an import that end without coming forward, after which it is given up. */
    private static final int ATTEMPTS = 5;
    /** Below the phase of the web server: there before it takes anything, and gone after it takes nothing more. */
    private static final int BEFORE_THE_DOOR = SmartLifecycle.DEFAULT_PHASE - 4096;
    /** After which an import of another instance, of which nobody has heard, is given up. */
    private static final Duration SILENT = Duration.ofDays(2);

    private final ImportFolder folder;
    private final ImportTable table;
    private final ImportRunning running;
    private final SealedFiles files;
    private final LedgerClock clock;
    private final ExecutorService threads;
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
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
        goOn();
    }

    /** Takes up what nobody runs: after a start, and after a time in which the database could not be reached. */
    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    void goOn() {
        if (!started) {
            return;
        }
        table.unfinished(folder.home()).forEach(this::submit);
        table.silent(folder.home(), clock.now().minus(SILENT)).forEach(id -> table.end(id,
                ImportJob.State.CANCELLED, Problem.of("", "upload-lost", Map.of()), clock.now()));
    }

    /** Gives an import that has been begun to a thread, unless one has it. While the instance stops, the next start does. */
    void submit(ImportJob job) {
        if (started && runs.add(job.id())) {
            threads.execute(() -> run(job.id()));
        }
    }

    /** Whatever breaks it off, the memory's end included: a file that always does must not be run for ever. */
    private void run(String id) {
        try {
            ImportJob job = table.find(id).orElseThrow();
            if (job.isOver()) {
                return;
            }
            if (table.attempt(id) > ATTEMPTS) {
                LOG.error("The import {} is given up", id);
                end(id, ImportJob.State.CANCELLED, Problem.of("", "internal-error", Map.of()));
                return;
            }
            ImportRun.End end = outcome(job);
            if (!started) {
                throw new InterruptedException();
            }
            finish(job, end);
        } catch (InterruptedException stopping) {
            LOG.info("The import {} is broken off and goes on at the next start", id);
            Thread.currentThread().interrupt();
        } catch (Throwable failure) {
            // The kind alone: a message may hold what stood in a cell.
            LOG.warn("The import {} was broken off by {} at {} and is tried again", id, failure.getClass().getName(),
                    failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
        } finally {
            runs.remove(id);
        }
    }

    private void end(String id, ImportJob.State state, @Nullable Problem refusal) {
        table.end(id, state, refusal, clock.now());
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
        try (SheetFile file = SheetFile.open(reading(job.id(), ImportTable.Kept.UPLOAD), running.wanted(job))) {
            return running.run(job, file, this::isStopping);
        } catch (SheetRefused refused) {
            return table.isCancelled(job.id())
                    ? ImportRun.End.of(ImportJob.State.CANCELLED)
                    : ImportRun.End.refused(Problem.of(refused));
        }
    }

    /** The sheet with its errors is made while the file is still there; then the import has ended, and the file goes. */
    private void finish(ImportJob job, ImportRun.End end) throws IOException {
        boolean there = table.key(job.id(), ImportTable.Kept.UPLOAD).isPresent()
                && Files.exists(folder.upload(job.id()));
        if (there && table.find(job.id()).orElseThrow().counts().refused() > 0) {
            annotate(job);
        }
        Problem refusal = end.refusal() == ImportRun.End.NONE ? null : end.refusal();
        end(job.id(), end.state(), refusal);
    }

    private void annotate(ImportJob job) throws IOException {
        byte[] key = files.newKey(ImportTable.Kept.SHEET.column() + job.id());
        try (SheetFile file = SheetFile.open(reading(job.id(), ImportTable.Kept.UPLOAD), running.wanted(job));
                OutputStream out = files.writing(folder.sheet(job.id()), ImportTable.Kept.SHEET.column() + job.id(),
                        key)) {
            running.annotate(job, file, out);
            table.keep(job.id(), ImportTable.Kept.SHEET, key);
        } catch (SheetRefused refusedHalfway) {
            Files.deleteIfExists(folder.sheet(job.id()));
        }
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
    public int getPhase() {
        return BEFORE_THE_DOOR;
    }

    /** Whether the instance is shutting down, or was not started yet. */
    boolean isStopping() {
        return !started;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
