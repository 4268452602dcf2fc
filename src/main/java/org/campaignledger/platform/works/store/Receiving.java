package org.campaignledger.platform.works.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.campaignledger.platform.works.store.WorkStore.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes uploads in: to a file, piece by piece, hashed as they come, and no further than the limit. On the same disk as the
 * folder backend, so that keeping one is a rename. What a dead process left behind is swept when the next one starts.
 */
public final class Receiving {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Disk disk;

    /** Makes files; replaced by tests of a disk that is full. */
    @FunctionalInterface
    interface Disk {

        OutputStream create(Path file) throws IOException;
    }

    /**
     * Takes in to this folder, which is this instance's alone.
     *
     * @throws UncheckedIOException it cannot be made or swept
     */
    public Receiving(Path folder) {
        this(folder, file -> Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    Receiving(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        try {
            OwnerOnly.createFolder(folder);
            sweep();
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used: " + unusable, unusable);
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                LOG.info("An upload that was broken off is removed: {}", file.getFileName());
                Files.deleteIfExists(file);
            }
        }
    }

    /** A new empty file in the folder, for this process's eyes only. */
    Path newFile() throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".part");
        OwnerOnly.createFile(file);
        return file;
    }

    /**
     * Reads to the end.
     *
     * @param limit the most bytes that are taken
     * @throws Refused      413 {@code too-large}, as soon as the limit is passed
     * @throws StoreFailure the disk does not take it; nothing is left of it
     * @throws IOException  whoever sends it broke off; nothing is left of it
     */
    public Incoming receive(InputStream in, long limit) throws IOException {
        Path file = made();
        boolean whole = false;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long length = copy(in, file, limit, digest);
            whole = true;
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), length);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path made() throws StoreFailure {
        try {
            return newFile();
        } catch (IOException full) {
            throw new StoreFailure("an upload", full);
        }
    }

    private long copy(InputStream in, Path file, long limit, MessageDigest digest) throws IOException {
        try (OutputStream out = created(file)) {
            return copy(in, out, limit, digest);
        }
    }

    /**
     * Reads to the end, piece by piece, and writes what was read. Answers its length.
     *
     * @param limit  the most bytes that are taken
     * @param digest told of every byte
     * @throws Refused      413 {@code too-large}, as soon as the limit is passed
     * @throws StoreFailure what is written to does not take it
     * @throws IOException  whoever sends it broke off
     */
    public static long copy(InputStream in, OutputStream out, long limit, MessageDigest digest) throws IOException {
        byte[] piece = new byte[PIECE];
        long length = 0;
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            length += got;
            if (length > limit) {
                throw tooLarge(limit);
            }
            digest.update(piece, 0, got);
            write(out, piece, got);
        }
        return length;
    }

    /** What is said of a file that is too long, the limit named in bytes. */
    public static Refused tooLarge(long limit) {
        return Refused.of(Refused.Kind.TOO_LARGE, "too-large", Map.of("max", limit));
    }

    private OutputStream created(Path file) throws StoreFailure {
        try {
            return disk.create(file);
        } catch (IOException full) {
            throw new StoreFailure("an upload", full);
        }
    }

    /** Told apart from a sender who breaks off: only the disk is to blame here. */
    private static void write(OutputStream out, byte[] piece, int length) throws StoreFailure {
        try {
            out.write(piece, 0, length);
        } catch (IOException full) {
            throw new StoreFailure("an upload", full);
        }
    }
}
