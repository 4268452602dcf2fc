package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The imports of this instance: a few at a time, the others in their turn. It says every other second that it is at them;
 * those of an instance that has fallen silent are taken over, with the file that the database holds. An uploaded file and
 * its key are gone as soon as its import has ended.
 */
@Component
class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final long STOPPING_SECONDS = 15;
    /** Runs of an import that end without coming forward, after which it is given up. */
    private static final int ATTEMPTS = 5;
    /** Below the phase of the web server: there before it takes anything, and gone after it takes nothing more. */
    private static final int BEFORE_THE_DOOR = SmartLifecycle.DEFAULT_PHASE - 4096;
    private static final long BEAT_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 5_000;
    /** After which an import of another instance is taken over. Should that one only have slept, its run ends. */
    private static final Duration SILENT = Duration.ofSeconds(10);
    /** After which one is given up that an earlier release began, and whose file is at its instance alone. */
    private static final Duration OUT_OF_REACH = Duration.ofDays(2);

    private final ImportFolder folder;
    private final ImportTable table;
    private final ImportFiles kept;
    private final ImportRunning running;
    private final SealedFiles files;
    private final LedgerClock clock;
    private final ExecutorService threads;
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean started;

    Imports(ImportFolder folder, ImportTable table, ImportFiles kept, ImportRunning running, SealedFiles files,
            LedgerClock clock, ImportProperties properties) {
        this.folder = folder;
        this.table = table;
        this.kept = kept;
        this.running = running;
        this.files = files;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(properties.atOnce(), Thread.ofPlatform().daemon(true)
                .name("import-", 0).factory());
    }

    /** Goes on with what was broken off. */
    @Override
    public void start() {
        bringIn();
        started = true;
        goOn();
    }

    /** What is in the folder before anything has begun: left by an earlier release, or by a process that died. */
    private void bringIn() {
        for (ImportFolder.Left left : folder.left()) {
            try {
                kept.bringIn(left.id(), left.kept(), left.path());
                Files.deleteIfExists(left.path());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** At a fixed rate, so that nothing else that is done by the clock holds it up. */
    @Scheduled(fixedRate = BEAT_MILLIS)
    void beat() {
        if (started && !runs.isEmpty()) {
            table.seen(folder.home(), Set.copyOf(runs));
        }
    }

    /** Takes up what nobody runs: after a start, after an outage of the database, and when another instance is gone. */
    @Scheduled(fixedDelay = LOOK_MILLIS, initialDelay = LOOK_MILLIS)
    void goOn() {
        if (!started) {
            return;
        }
        table.takeOver(folder.home(), SILENT, Set.copyOf(runs)).forEach(id -> LOG.info(
                "The import {} is taken over from an instance that is silent", id));
        table.unfinished(folder.home()).forEach(this::submit);
        table.silent(folder.home(), clock.now().minus(OUT_OF_REACH)).forEach(job -> table.end(job,
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
            if (job.isOver() || !job.asked().home().equals(folder.home())) {
                return;
            }
            if (table.attempt(id) > ATTEMPTS) {
                LOG.error("The import {} is given up", id);
                table.end(job, ImportJob.State.CANCELLED, Problem.of("", "internal-error", Map.of()), clock.now());
                return;
            }
            ImportRun.End end = outcome(job);
            if (!started) {
                throw new InterruptedException();
            }
            finish(job, end);
        } catch (InterruptedException stopping) {
            LOG.info("The import {} is broken off and goes on at another instance, or at the next start", id);
            Thread.currentThread().interrupt();
        } catch (ImportProgress.TakenOver elsewhere) {
            LOG.info("The import {} goes on at another instance", id);
        } catch (Throwable failure) {
            // The kind alone: a message may hold what stood in a cell.
            LOG.warn("The import {} was broken off by {} at {} and is tried again", id, failure.getClass().getName(),
                    failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
        } finally {
            clear(folder.upload(id));
            runs.remove(id);
        }
    }

    /** Of a file here: the database has what is still needed. */
    private static void clear(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("A file of an import is left behind until the next start", left);
        }
    }

    private ImportRun.End outcome(ImportJob job) throws IOException, InterruptedException {
        Optional<byte[]> key = table.key(job.id(), ImportTable.Kept.UPLOAD);
        if (key.isEmpty() || !isHere(job.id())) {
            return ImportRun.End.refused(Problem.of("", "upload-lost", Map.of()));
        }
        if (job.cancelled()) {
            return ImportRun.End.of(ImportJob.State.CANCELLED);
        }
        try (SheetFile file = SheetFile.open(reading(job.id()), running.wanted(job))) {
            return running.run(job, file, this::isStopping);
        } catch (SheetRefused refused) {
            return table.isCancelled(job.id())
                    ? ImportRun.End.of(ImportJob.State.CANCELLED)
                    : ImportRun.End.refused(Problem.of(refused));
        }
    }

    private boolean isHere(String id) throws IOException {
        Path upload = folder.upload(id);
        return Files.exists(upload) || kept.fetch(id, ImportTable.Kept.UPLOAD, upload);
    }

    /** The sheet with its errors is made while the file is still there; then the import has ended, and the file goes. */
    private void finish(ImportJob job, ImportRun.End end) throws IOException {
        boolean there = table.key(job.id(), ImportTable.Kept.UPLOAD).isPresent() && isHere(job.id());
        if (there && table.find(job.id()).orElseThrow().counts().refused() > 0) {
            annotate(job);
        }
        clear(folder.upload(job.id()));
        table.end(job, end.state(), end.refusal() == ImportRun.End.NONE ? null : end.refusal(), clock.now());
    }

    private void annotate(ImportJob job) throws IOException {
        byte[] key = files.newKey(ImportTable.Kept.SHEET.column() + job.id());
        Path sheet = folder.sheet(job.id());
        try (SheetFile file = SheetFile.open(reading(job.id()), running.wanted(job));
                OutputStream out = files.writing(sheet, ImportTable.Kept.SHEET.column() + job.id(), key)) {
            running.annotate(job, file, out);
        } catch (SheetRefused refusedHalfway) {
            clear(sheet);
            return;
        }
        kept.keepSheet(job.id(), key, sheet);
        clear(sheet);
    }

    /** The file as it was sent, in the clear. */
    private SeekableByteChannel reading(String id) throws IOException {
        byte[] key = table.key(id, ImportTable.Kept.UPLOAD).orElseThrow(() -> new IOException(
                "the key of the file is gone"));
        return files.reading(folder.upload(id), ImportTable.Kept.UPLOAD.column() + id, key);
    }

    /** The sheet with its errors, whichever instance made it; closed by the caller, empty where it is no longer there. */
    Optional<InputStream> sheet(ImportJob job) {
        Optional<byte[]> key = table.key(job.id(), ImportTable.Kept.SHEET);
        Optional<InputStream> sealed = key.flatMap(there -> kept.reading(job.id(), ImportTable.Kept.SHEET));
        if (key.isEmpty() || sealed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.reading(sealed.get(), ImportTable.Kept.SHEET.column() + job.id(), key.get()));
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
        try {
            table.letGo(folder.home());
        } catch (DataAccessException away) {
            LOG.debug("Others find the imports silent", away);
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
