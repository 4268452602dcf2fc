package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What PostgreSQL and its tools print: one file and one of its past, neither much longer than the limit. */
final class PostgresLog {

    private static final long LIMIT_BYTES = 10L * 1024 * 1024;
    private static final int TAIL_LINES = 10;
    private static final int TAIL_BYTES = 4096;

    private final Path file;

    PostgresLog(Path file) throws IOException {
        this.file = file;
        OwnerOnly.createFile(file);
    }

    Path file() {
        return file;
    }

    /**
     * Moves what has grown too long aside. The file is emptied rather than replaced, because a running server keeps it
     * open for appending; the few lines that it writes in between are lost.
     */
    void shorten() throws IOException {
        if (Files.size(file) > LIMIT_BYTES) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /** The last lines, for a sentence about what went wrong. */
    String tail() throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - TAIL_BYTES));
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        }
    }
}
