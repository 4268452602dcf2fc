package org.campaignledger.platform.works.media.mp4;

import java.util.OptionalLong;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * What the header of a movie or a track's media says of time.
 *
 * @param timescale units a second, 1 or more
 * @param units     duration; all ones are read as "not said"
 */
record Header(long timescale, OptionalLong units) {

    /** Nothing here lasts a hundred years. */
    private static final long MOST_SECONDS = 3_000_000_000L;

    /** Of {@code mvhd} or {@code mdhd}, which begin alike. */
    static Header of(FileBytes bytes, Box box) {
        boolean wide = isWide(bytes, box);
        long at = box.body() + (wide ? 20 : 12);
        if (box.size() < (wide ? 32 : 20)) {
            throw MediaRefusals.malformed(box.name());
        }
        long timescale = bytes.u32(at);
        if (timescale == 0) {
            throw MediaRefusals.malformed(box.name());
        }
        return new Header(timescale, duration(bytes, at + 4, wide));
    }

    /** Version 1 of a box has times of eight bytes, version 0 of four. */
    static boolean isWide(FileBytes bytes, Box box) {
        int version = box.size() < 4 ? -1 : bytes.u8(box.body());
        if (version != 0 && version != 1) {
            throw MediaRefusals.malformed(box.name());
        }
        return version == 1;
    }

    static OptionalLong duration(FileBytes bytes, long at, boolean wide) {
        if (!wide) {
            long units = bytes.u32(at);
            return units == 0xffffffffL ? OptionalLong.empty() : OptionalLong.of(units);
        }
        boolean unknown = bytes.u32(at) == 0xffffffffL && bytes.u32(at + 4) == 0xffffffffL;
        return unknown ? OptionalLong.empty() : OptionalLong.of(bytes.u63(at));
    }

    /** Units as whole milliseconds, rounded down, without ever leaving whole numbers. */
    static long millis(long units, long timescale) {
        long seconds = units / timescale;
        if (seconds > MOST_SECONDS) {
            throw MediaRefusals.malformed("duration");
        }
        return seconds * 1000 + units % timescale * 1000 / timescale;
    }
}
