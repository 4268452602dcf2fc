package org.campaignledger.platform.works.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** Bytes put before the inspector, and what tests do to them. */
final class Looked {

    private Looked() {}

    /** The facts of a file of these bytes, which has a misleading name. */
    static Facts at(byte[] bytes) {
        try {
            Path file = Files.createTempFile("a-work", ".txt");
            try {
                Files.write(file, bytes);
                return MediaInspector.inspect(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The code with which a file of these bytes is refused, naming the field. */
    static String refusalOf(byte[] bytes) {
        Throwable thrown = catchThrowable(() -> at(bytes));
        assertThat(thrown).isInstanceOf(Refused.class);
        Refused refused = (Refused) thrown;
        assertThat(refused.kind()).isEqualTo(Refused.Kind.UNPROCESSABLE);
        assertThat(refused.violations()).hasSize(1).first().extracting("field").isEqualTo("file");
        return refused.code();
    }

    /** What the refusal says of this. */
    static @Nullable Object argumentOf(byte[] bytes, String name) {
        Refused refused = (Refused) catchThrowable(() -> at(bytes));
        return refused.violations().getFirst().arguments().get(name);
    }

    /** Where a text first stands. */
    static int place(byte[] bytes, String text) {
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(place).as(text).isNotNegative();
        return place;
    }

    /** Four bytes changed, counted from the body of the first box of a name. */
    static byte[] with(byte[] bytes, String box, int offset, long value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(place(bytes, box) + 4 + offset, (int) value);
        return changed;
    }

    /** The same four bytes before the name: the size of a box. */
    static byte[] sized(byte[] bytes, String box, long size) {
        return with(bytes, box, -8, size);
    }

    /** Another name of the same length. */
    static byte[] named(byte[] bytes, String from, String to) {
        byte[] changed = bytes.clone();
        System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, changed, place(bytes, from), to.length());
        return changed;
    }

    /** The beginning. */
    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** Everything with the redaction put in place, in pieces of odd sizes. */
    static byte[] redacted(byte[] bytes, Redaction redaction) {
        byte[] copy = bytes.clone();
        for (int at = 0; at < copy.length; at += 7) {
            redaction.apply(copy, at, Math.min(7, copy.length - at), at);
        }
        return copy;
    }

    /** Whether a text stands anywhere in the bytes. */
    static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
