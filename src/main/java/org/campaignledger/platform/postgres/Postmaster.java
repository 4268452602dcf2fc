package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The server that {@code postmaster.pid} of a data folder names. The file proves little: a server that was killed
 * leaves it behind, and the process id in it may since have gone to somebody else.
 *
 * @param folder the data folder
 * @param pid the process id in the file, 0 if the file is unreadable
 * @param started when that server started, to the second
 */
record Postmaster(Path folder, long pid, Instant started) {

    enum State {
        /** Nobody has that process id. */
        GONE,
        /** The process id is that of the folder's own server. */
        RUNNING,
        /** The process id is that of somebody else, or of a dead process that its parent has not buried yet. */
        SOMEBODY_ELSE
    }

    private static final Path PROC = Path.of("/proc");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    static Path pidFile(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    /** Without a file, a server that is gone. */
    static Postmaster of(Path folder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile(folder), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return new Postmaster(folder, -1, Instant.EPOCH);
        }
        try {
            var pid = Long.parseLong(lines.get(0).strip());
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return new Postmaster(folder, pid, started);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return new Postmaster(folder, 0, Instant.EPOCH);
        }
    }

    /** Whom the process id belongs to now. */
    State state() {
        if (pid <= 0) {
            // a single-user session writes its id with a minus sign; it is over when the data folder is free
            return pid < 0 ? State.GONE : State.SOMEBODY_ELSE;
        }
        return Files.isDirectory(PROC) ? stateOnLinux() : stateElsewhere();
    }

    /**
     * What still runs in the data folder; only Linux tells. Without their server these are its children in the middle
     * of a long statement, who keep the next server out until they are done.
     */
    static List<ProcessHandle> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.isDirectory(PROC) && isPostgresIn(folder, process.pid());
                    } catch (IOException e) {
                        // it has just ended, or is not ours
                        return false;
                    }
                })
                .toList();
    }

    private State stateOnLinux() {
        var process = PROC.resolve(Long.toString(pid));
        if (!Files.exists(process)) {
            return State.GONE;
        }
        try {
            return isPostgresIn(folder, pid) ? State.RUNNING : State.SOMEBODY_ELSE;
        } catch (IOException e) {
            return Files.exists(process) ? State.SOMEBODY_ELSE : State.GONE;
        }
    }

    /** A server's working folder, and its children's, is the data folder; of a dead process neither link can be read. */
    private static boolean isPostgresIn(Path folder, long pid) throws IOException {
        var process = PROC.resolve(Long.toString(pid));
        return isPostgres(Files.readSymbolicLink(process.resolve("exe")))
                && Files.isSameFile(process.resolve("cwd"), folder);
    }

    /** Where the working folder cannot be seen, the program's name and the time of its start have to do. */
    private State stateElsewhere() {
        var handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) {
            return State.GONE;
        }
        var info = handle.get().info();
        var startedThen = info.startInstant()
                .filter(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) < 0);
        return startedThen.isPresent() && info.command().filter(command -> isPostgres(Path.of(command))).isPresent()
                ? State.RUNNING
                : State.SOMEBODY_ELSE;
    }

    private static boolean isPostgres(Path program) {
        // by its beginning: ".exe" may follow, or " (deleted)" once an upgrade has removed the program
        return program.getFileName().toString().startsWith("postgres");
    }
}
