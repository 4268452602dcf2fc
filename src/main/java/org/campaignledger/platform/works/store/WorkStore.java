package org.campaignledger.platform.works.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Keeps bytes under their SHA-256, 64 lower-case hexadecimal digits. What is kept under a digest is all there or not there,
 * and the same bytes are kept once. Failures of the disk or the other side are {@link StoreFailure}.
 */
public interface WorkStore {

    /**
     * Keeps the bytes of an upload. When this returns, a power cut does not lose them. Kept already is no harm.
     *
     * @param incoming whole and hashed; it still has to be closed by the caller
     */
    void keep(Incoming incoming) throws IOException;

    /**
     * Reads bytes, never more than asked for.
     *
     * @param from the first byte, from 0
     * @param to   the byte after the last, beyond {@code from}
     * @throws NotKept there is nothing of this digest
     */
    InputStream open(String sha256, long from, long to) throws IOException;

    /** How many bytes are kept under a digest; empty if none are. */
    OptionalLong length(String sha256) throws IOException;

    /** Whether bytes of this digest are kept. */
    default boolean exists(String sha256) throws IOException {
        return length(sha256).isPresent();
    }

    /** Forgets the bytes. Nothing to forget is no harm. */
    void delete(String sha256) throws IOException;

    /**
     * The bytes as a file, for whoever has to jump about in them.
     *
     * @throws NotKept there is nothing of this digest
     */
    Local local(String sha256) throws IOException;

    /**
     * A file with the bytes of a work, to be closed after use and never written.
     *
     * @param path        the file
     * @param isTemporary whether it is a copy that goes when this is closed
     */
    record Local(Path path, boolean isTemporary) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (isTemporary) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** There is nothing of this digest. */
    final class NotKept extends IOException {

        private static final long serialVersionUID = 1L;

        /** Names the digest. */
        public NotKept(String sha256) {
            super("no work " + sha256);
        }
    }

    /** The disk is full, or the object store does not do what it is asked. */
    final class StoreFailure extends IOException {

        private static final long serialVersionUID = 1L;

        /** Says what was tried, and why it failed. */
        public StoreFailure(String tried, Throwable why) {
            super(tried + ": " + why.getMessage(), why);
        }
    }
}
