package org.campaignledger.platform.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** An answer kept as a file: written beside it, and put in its place once it is whole and on disk. */
public final class FileFrom implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path part;

    /** A file that may be there already; then it is replaced, or stays as it is. */
    public FileFrom(Path file) {
        target = file.toAbsolutePath();
        part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Writes all that comes, telling how far it has come. */
    public void write(InputStream body, Bar bar, String what) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining();) {
                    channel.write(left);
                }
                written += read;
                bar.show(what, written, 0, " bytes");
            }
            channel.force(true);
        } finally {
            bar.end();
        }
    }

    /** What has been written so far, for whoever looks whether it is whole. */
    public Path part() {
        return part;
    }

    /** Puts it in its place. */
    public Path keep() throws IOException {
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away what was not kept. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }
}
