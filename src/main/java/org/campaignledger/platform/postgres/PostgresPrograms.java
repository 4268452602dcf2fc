package org.campaignledger.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of an unpacked PostgreSQL, whose output goes to the log and never to our console. */
final class PostgresPrograms {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path home;
    private final Path workingFolder;
    private final PostgresLog log;
    private final List<String> prefix;

    PostgresPrograms(Path home, Path workingFolder, PostgresLog log) throws IOException {
        this.home = home;
        this.workingFolder = workingFolder;
        this.log = log;
        this.prefix = "root".equals(System.getProperty("user.name")) ? prefixForRoot() : List.of();
    }

    PostgresLog log() {
        return log;
    }

    /** True if the program ended well. One that has not ended within the limit is killed. */
    boolean run(Duration limit, String program, String... arguments) throws IOException {
        return feed("", limit, program, arguments);
    }

    /** The same, with a text for the program's standard input. */
    boolean feed(String input, Duration limit, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.file().toFile()));
        // whatever the operator set for other servers and languages must not reach ours
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return waitFor(process, limit) == 0;
    }

    private static int waitFor(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a program of PostgreSQL ran");
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, while to the kernel
     * it stays the owner of our files and a process that we may signal.
     */
    private static List<String> prefixForRoot() throws IOException {
        try {
            var probe = new ProcessBuilder("unshare", "-U", "id", "-u").redirectErrorStream(true).start();
            var user = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (waitFor(probe, Duration.ofSeconds(10)) == 0 && !user.equals("0")) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            // no such program here
        }
        throw new PostgresNotStarted("PostgreSQL refuses to run as root, and user namespaces are not to be had here:"
                + " start as an ordinary user, or give an outside PostgreSQL with spring.datasource.url.");
    }
}
