package org.campaignledger.platform.works.media.mp4;

import java.util.OptionalLong;
import org.campaignledger.platform.works.media.FileBytes;
import org.campaignledger.platform.works.media.MediaRefusals;

/**
 * What {@code tkhd} says.
 *
 * @param units    how long the track lasts, in the movie's time scale
 * @param isTurned whether it is shown turned by a quarter, as telephones write what was held upright
 */
record TrackHeader(OptionalLong units, boolean isTurned) {

    static TrackHeader of(FileBytes bytes, Box box) {
        boolean wide = Header.isWide(bytes, box);
        if (box.size() < (wide ? 96 : 84)) {
            throw MediaRefusals.malformed("tkhd");
        }
        long durationAt = box.body() + (wide ? 28 : 20);
        long matrixAt = box.body() + (wide ? 52 : 40);
        // The matrix is a b u c d v x y w: by a quarter, a and d are nothing and b and c are not.
        boolean turned = bytes.i32(matrixAt) == 0 && bytes.i32(matrixAt + 16) == 0
                && bytes.i32(matrixAt + 4) != 0 && bytes.i32(matrixAt + 12) != 0;
        return new TrackHeader(Header.duration(bytes, durationAt, wide), turned);
    }
}
