package org.campaignledger.seal.verify.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Looks at how long a ZIP file's directory is before it is read: reading it takes as much memory as that. */
final class DirectoryOfZip {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64_BYTES = 56;
    private static final int SIZE = 12;
    private static final int SIZE_64 = 40;
    private static final int COMMENT = 65_535;
    private static final long MOST = 256L << 20;

    private DirectoryOfZip() {}

    /**
     * Checks it.
     *
     * @throws IOException it is too long, or there is none
     */
    static void check(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - END_BYTES - COMMENT);
            ByteBuffer tail = read(file, start, (int) (file.length() - start));
            for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    long size = Integer.toUnsignedLong(tail.getInt(at + SIZE));
                    bound(size == 0xffffffffL ? size64(file, tail, at) : size);
                    return;
                }
            }
        }
        throw new ZipException("it is no ZIP file, or one cut short");
    }

    private static long size64(RandomAccessFile file, ByteBuffer tail, int end) throws IOException {
        int locator = end - LOCATOR_BYTES;
        if (locator < 0 || tail.getInt(locator) != LOCATOR_64) {
            throw new ZipException("its directory cannot be found");
        }
        long at = tail.getLong(locator + 8);
        if (at < 0 || at > file.length() - END_64_BYTES) {
            throw new ZipException("its directory cannot be found");
        }
        ByteBuffer record = read(file, at, END_64_BYTES);
        if (record.getInt(0) != END_64) {
            throw new ZipException("its directory cannot be found");
        }
        return record.getLong(SIZE_64);
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void bound(long size) throws IOException {
        if (size < 0 || size > MOST) {
            throw new ZipException("its directory would take " + size + " bytes, more than any archive of a ledger");
        }
    }
}
