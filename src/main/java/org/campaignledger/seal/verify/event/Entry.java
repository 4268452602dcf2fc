package org.campaignledger.seal.verify.event;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The form of a log entry: where things stand in its bytes. */
public final class Entry {

    /** The version of the form. */
    public static final byte VERSION = 1;
    /** Where the type begins, and so the least that an entry has before it. */
    public static final int TYPE = 83;
    /** The longest entry. */
    public static final int MAX = 183;

    static final int POSITION = 1;
    static final int RECORDED_AT = 9;
    static final int REVISION = 17;
    static final int PAYLOAD = 19;
    static final int METADATA = 51;

    private Entry() {}

    /** What is wrong with the form of an entry; nothing if it is in order. */
    public static @Nullable String fault(byte[] entry) {
        if (entry.length <= TYPE || entry.length > MAX) {
            return "it has " + entry.length + " bytes";
        }
        if (entry[0] != VERSION) {
            return "its form has version " + entry[0];
        }
        if (ByteBuffer.wrap(entry).getShort(REVISION) == 0) {
            return "its revision is 0";
        }
        for (int i = TYPE; i < entry.length; i++) {
            if (!isLetterOrDigit(entry[i])) {
                return "its type is not of letters and digits";
            }
        }
        return null;
    }

    static boolean isLetterOrDigit(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** The position that an entry states; 0 of one that is too short for any. */
    public static long position(byte[] entry) {
        return entry.length < RECORDED_AT ? 0 : ByteBuffer.wrap(entry).getLong(POSITION);
    }

    /** When its event was recorded, in milliseconds since 1970. */
    public static long recordedAt(byte[] entry) {
        return ByteBuffer.wrap(entry).getLong(RECORDED_AT);
    }

    /** The same entry at another position. */
    public static byte[] at(long position, byte[] entry) {
        byte[] moved = Arrays.copyOf(entry, entry.length);
        if (moved.length >= RECORDED_AT) {
            ByteBuffer.wrap(moved).putLong(POSITION, position);
        }
        return moved;
    }
}
