package org.campaignledger.seal.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.source.DurableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a witness has seen, in a file. Whoever looks at it to change it holds a lock, in this process and among
 * processes, so that no two of them cosign what does not go together.
 */
final class WitnessState {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A lock on a file is the process's: threads of one process need another one. */
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Path file;

    WitnessState(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * What is done while nobody else can.
     *
     * @param <R> what comes of it
     */
    @FunctionalInterface
    interface Alone<R> {

        R work() throws IOException, Verdict;
    }

    <R> R alone(Alone<R> work) throws IOException, Verdict {
        OURS.lock();
        try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new NotChecked("the state " + file + " cannot be locked");
            }
            return work.work();
        } finally {
            OURS.unlock();
        }
    }

    /** What was seen of a log. */
    Optional<Seen> of(String origin) throws IOException, NotChecked {
        return all().stream().filter(seen -> seen.origin().equals(origin)).findFirst();
    }

    private List<Seen> all() throws IOException, NotChecked {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<Seen>>() {
            });
        } catch (JacksonException malformed) {
            throw new NotChecked(file + " is no state of a witness: " + malformed.getOriginalMessage());
        }
    }

    /** Keeps what was seen of a log, on disk when this returns. */
    void keep(Seen seen) throws IOException, NotChecked {
        List<Seen> all = new ArrayList<>(all());
        all.removeIf(old -> old.origin().equals(seen.origin()));
        all.add(seen);
        DurableFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    /** Keeps proof of what a log did, in a file of its own beside the state; answers which. */
    Path keepEvidence(String text) throws IOException {
        for (int number = 1;; number++) {
            Path evidence = file.resolveSibling(file.getFileName() + ".evidence-" + number);
            try (FileChannel channel = FileChannel.open(evidence, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                DurableFile.write(channel, text.getBytes(StandardCharsets.UTF_8));
                DurableFile.syncFolder(evidence);
                return evidence;
            } catch (FileAlreadyExistsException earlier) {
                // never overwritten
            }
        }
    }
}
