package org.campaignledger.platform.works.media.mp4;

import java.nio.charset.StandardCharsets;

/**
 * A box: a length, a name, and what is in it.
 *
 * @param type  its name as four bytes
 * @param start where its header begins
 * @param body  where what is in it begins
 * @param end   the byte after its last
 */
record Box(int type, long start, long body, long end) {

    static final int FREE = type("free");

    /** The four bytes of a name. */
    static int type(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    /** A name to be read, anything unprintable as a question mark. */
    static String name(int type) {
        StringBuilder name = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            char c = (char) (type >>> shift & 0xff);
            name.append(c >= ' ' && c < 127 ? c : '?');
        }
        return name.toString().strip();
    }

    boolean is(String name) {
        return type == type(name);
    }

    String name() {
        return name(type);
    }

    long size() {
        return end - body;
    }
}
