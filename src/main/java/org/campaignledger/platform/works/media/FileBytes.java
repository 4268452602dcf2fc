package org.campaignledger.platform.works.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.campaignledger.kernel.Refused;

/**
 * The bytes of a file by their place, read through a window of fixed size: whatever sizes a file announces, no more memory
 * is taken. Reading past the end is the refusal {@code media-truncated}. Numbers are big-endian unless said otherwise.
 */
public final class FileBytes implements Closeable {

    private static final int WINDOW = 64 * 1024;

    private final FileChannel channel;
    private final long length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long from;

    private FileBytes(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
        this.window.limit(0);
    }

    /** Opens a file. */
    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileBytes(channel, channel.size());
    }

    /** The same file through a window of its own, for reading at two places by turns. Closed with this one. */
    public FileBytes another() {
        return new FileBytes(channel, length);
    }

    /** How many bytes there are. */
    public long length() {
        return length;
    }

    /** One byte, 0 to 255. */
    public int u8(long at) {
        return at(at, 1).get(offset(at)) & 0xff;
    }

    /** Two bytes, 0 to 65,535. */
    public int u16(long at) {
        return at(at, 2).getShort(offset(at)) & 0xffff;
    }

    /** Four bytes as they are. */
    public int i32(long at) {
        return at(at, 4).getInt(offset(at));
    }

    /** Four bytes without a sign. */
    public long u32(long at) {
        return i32(at) & 0xffffffffL;
    }

    /** Four bytes without a sign, the lowest first. */
    public long u32LittleEndian(long at) {
        return Integer.reverseBytes(i32(at)) & 0xffffffffL;
    }

    /** Two bytes, the lowest first. */
    public int u16LittleEndian(long at) {
        return Short.reverseBytes((short) u16(at)) & 0xffff;
    }

    /**
     * Eight bytes.
     *
     * @throws Refused {@code media-malformed} if the number is 2^63 or more: nothing here is so large
     */
    public long u63(long at) {
        long value = at(at, 8).getLong(offset(at));
        if (value < 0) {
            throw MediaRefusals.malformed("number");
        }
        return value;
    }

    /** A short text, byte by byte; {@code size} is the caller's own constant. */
    public String latin(long at, int size) {
        byte[] text = new byte[size];
        at(at, size).get(offset(at), text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Bytes in a row; {@code size} was bounded by the caller. */
    public byte[] bytes(long at, int size) {
        byte[] copy = new byte[size];
        for (int done = 0; done < size;) {
            int some = Math.min(size - done, WINDOW);
            at(at + done, some).get(offset(at + done), copy, done, some);
            done += some;
        }
        return copy;
    }

    /** Whether the file goes on for so many bytes from there. */
    public boolean has(long at, long size) {
        return at >= 0 && size >= 0 && at <= length && size <= length - at;
    }

    private int offset(long at) {
        return (int) (at - from);
    }

    private ByteBuffer at(long at, int size) {
        if (at < from || at + size > from + window.limit()) {
            if (!has(at, size)) {
                throw MediaRefusals.truncated();
            }
            fill(at);
        }
        return window;
    }

    private void fill(long at) {
        try {
            window.clear();
            from = at;
            while (window.hasRemaining()) {
                int got = channel.read(window, from + window.position());
                if (got < 0) {
                    break;
                }
            }
            window.flip();
        } catch (IOException disk) {
            window.limit(0);
            throw new UncheckedIOException(disk);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
