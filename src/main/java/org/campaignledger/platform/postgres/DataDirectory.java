package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that holds everything the instance keeps on disk. It belongs to one instance at a time: from
 * {@link #open} to {@link #close}, or the end of the process however it ends, the operating system's lock on
 * {@code instance.lock} keeps every other one out.
 */
public final class DataDirectory implements AutoCloseable {

    // Asked before the lock file is touched: where locks are POSIX locks, a second channel on the file would,
    // when it is closed, silently give up the lock of the first.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this instance, creating it for the owner's eyes only if it does not exist.
     *
     * @throws DataDirectoryInUse if an instance holds it, in this process or in another
     * @throws UncheckedIOException if it cannot be created or written
     */
    public static DataDirectory open(Path folder) {
        try {
            OwnerOnly.createFolder(folder);
            var root = folder.toRealPath();
            if (!OPEN_HERE.add(root)) {
                throw new DataDirectoryInUse(root, "this very process");
            }
            var taken = false;
            try {
                var opened = new DataDirectory(root, lock(root));
                taken = true;
                return opened;
            } finally {
                if (!taken) {
                    OPEN_HERE.remove(root);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** The folder itself, absolute and without symbolic links. */
    public Path root() {
        return root;
    }

    /**
     * A folder of that name in the data folder, created for the owner's eyes only if it does not exist.
     *
     * @throws UncheckedIOException if it cannot be created
     */
    public Path folder(String name) {
        try {
            var folder = root.resolve(name);
            OwnerOnly.createFolder(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where key material is kept; exists once this has been called. */
    public Path keys() {
        return folder("keys");
    }

    /** Where the embedded PostgreSQL keeps its data; absent until its first start. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** How to reach the embedded PostgreSQL: {@code port}, {@code user}, {@code password} and {@code database}. */
    public Path postgresProperties() {
        return root.resolve("postgres.properties");
    }

    /** What the embedded PostgreSQL logs. */
    public Path postgresLog() {
        return root.resolve("postgres.log");
    }

    /** Lets the folder go. A second call does nothing. */
    @Override
    public void close() {
        try {
            if (lockFile.isOpen()) {
                lockFile.close();
                OPEN_HERE.remove(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("instance.lock");
        OwnerOnly.createFile(file);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataDirectoryInUse(root, "process " + Files.readString(file).strip());
        }
        // for the sentence that the next one is refused with
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }
}
