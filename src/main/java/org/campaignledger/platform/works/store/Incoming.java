package org.campaignledger.platform.works.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An upload that has arrived whole, in a file of its own that nothing refers to yet. Closing it removes the file, unless it
 * was kept.
 *
 * @param file   where it is
 * @param sha256 of its bytes
 * @param bytes  how many there are
 */
public record Incoming(Path file, String sha256, long bytes) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
