package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One data folder of PostgreSQL: creates it, starts and stops its server. The caller holds the lock of the data
 * directory around it, so a server that runs here is either the caller's or nobody's.
 */
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    // Replaying two gigabytes of log after a crash takes a minute or two on a slow disk.
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    // The built-in locale decides how text compares and folds, the same everywhere. What counts as a letter in
    // trigrams comes from the operating system's, and in plain C no Chinese character does.
    private static final List<String> LETTERS_BEST_FIRST = List.of("C.UTF-8", "en_US.UTF-8", "C");

    private final Path folder;
    private final PostgresPrograms programs;

    PostgresCluster(Path folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    Postmaster postmaster() throws IOException {
        return Postmaster.of(folder);
    }

    boolean isRunning() throws IOException {
        return postmaster().state() == Postmaster.State.RUNNING;
    }

    /**
     * Creates the folder with a superuser of this password, and no way in without it. It appears by a move, so that a
     * start that was cut short leaves nothing that looks whole.
     */
    void create(String user, String password) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        var passwordFile = folder.resolveSibling(folder.getFileName() + ".password");
        OwnerOnly.write(passwordFile, password + "\n");
        try {
            for (String letters : LETTERS_BEST_FIRST) {
                OwnerOnly.deleteTree(unfinished);
                if (programs.run(INITDB_LIMIT, "initdb", "--pgdata=" + unfinished, "--username=" + user,
                        "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
                        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=" + letters,
                        "--no-instructions")) {
                    OwnerOnly.move(unfinished, folder);
                    return;
                }
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        throw new PostgresNotStarted("PostgreSQL could not create its data folder " + folder + ":\n"
                + logTail());
    }

    /** Sets the superuser's password without knowing the old one, while no server runs. */
    void setPassword(String user, String password) throws IOException {
        buryTheDead();
        if (!programs.feed("alter user " + user + " password '" + password + "'\n", START_LIMIT, "postgres", "--single",
                "-D", folder.toString(), "-c", "password_encryption=scram-sha-256", "-c", "exit_on_error=on",
                "postgres")) {
            throw new PostgresNotStarted("PostgreSQL could not be given a new password:\n" + logTail());
        }
    }

    /** True once the server takes connections; false if it did not come up, for which the log has the reason. */
    boolean start(int port) throws IOException {
        buryTheDead();
        programs.log().shorten();
        return programs.run(START_LIMIT.plusSeconds(10), "pg_ctl", "start", "--pgdata=" + folder,
                "--log=" + programs.log().file(), "--silent", "--wait", "--timeout=" + START_LIMIT.toSeconds(),
                "--options=" + PostgresSettings.commandLine(port));
    }

    /** True if the last start failed for a reason that time may cure. */
    boolean mayStartLater() throws IOException {
        // a killed server's children are still leaving, or somebody snatched the port
        return Stream.of("is still in use", "could not bind").anyMatch(logTail()::contains);
    }

    String logTail() throws IOException {
        return programs.log().tail();
    }

    void shortenLog() throws IOException {
        programs.log().shorten();
    }

    /** Stops the folder's server, if one runs, and returns when it is gone; harder if it does not listen. */
    void stop() throws IOException {
        var postmaster = postmaster();
        if (stop(postmaster, "fast", FAST_STOP_LIMIT) || stop(postmaster, "immediate", IMMEDIATE_STOP_LIMIT)) {
            return;
        }
        throw new IOException("The PostgreSQL of " + folder + ", process " + postmaster.pid()
                + ", does not stop: stop it by hand.");
    }

    private boolean stop(Postmaster postmaster, String mode, Duration limit) throws IOException {
        if (postmaster.state() != Postmaster.State.RUNNING) {
            return true;
        }
        var deadline = System.nanoTime() + limit.toNanos();
        programs.run(limit, "pg_ctl", "stop", "--pgdata=" + folder, "--silent", "--no-wait", "--mode=" + mode);
        // not pg_ctl's own waiting, which ends with the file and is deceived by a process that nobody has buried
        while (postmaster.state() == Postmaster.State.RUNNING && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return postmaster.state() != Postmaster.State.RUNNING;
    }

    /**
     * Clears away what a server that was killed left behind. PostgreSQL takes any live process with the id in its file
     * for its server, and would refuse to start for ever; and it waits for the children of the last one.
     */
    private void buryTheDead() throws IOException {
        if (!exists() || isRunning()) {
            return;
        }
        if (postmaster().state() == Postmaster.State.SOMEBODY_ELSE) {
            LOG.info("Removing {}: its server is gone", Postmaster.pidFile(folder));
            Files.deleteIfExists(Postmaster.pidFile(folder));
        }
        for (ProcessHandle child : Postmaster.processesIn(folder)) {
            LOG.info("Ending process {} of a PostgreSQL that is gone", child.pid());
            child.destroyForcibly();
        }
    }
}
