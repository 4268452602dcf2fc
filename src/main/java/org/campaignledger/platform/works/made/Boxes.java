package org.campaignledger.platform.works.made;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts MP4 boxes together. */
public final class Boxes {

    private Boxes() {}

    /** A box of this name with these parts in it. */
    public static byte[] box(String name, byte[]... parts) {
        byte[] body = join(parts);
        return ByteBuffer.allocate(8 + body.length).putInt(8 + body.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1)).put(body).array();
    }

    /** Parts one after another. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Numbers of four bytes each, the highest byte first. */
    public static byte[] ints(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
        for (long value : values) {
            buffer.putInt((int) value);
        }
        return buffer.array();
    }

    /** Numbers of two bytes each. */
    public static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 2);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    /** A text, a byte for each character. */
    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** So many zeros. */
    public static byte[] zeros(int count) {
        return new byte[count];
    }

    /**
     * An MP4 of exactly this length: with a box of free space at its end.
     *
     * @throws IllegalArgumentException it is longer already, or the rest is too short for a box
     */
    public static byte[] padded(byte[] movie, int length) {
        if (length - movie.length < 8) {
            throw new IllegalArgumentException(movie.length + " bytes cannot become " + length);
        }
        return join(movie, box("free", zeros(length - movie.length - 8)));
    }
}
