package org.campaignledger.platform.works.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, as its bytes say.
 *
 * @param mediaType      its type
 * @param bytes          its length
 * @param durationMillis of what lasts, rounded down
 * @param width          in pixels as shown
 * @param height         in pixels as shown
 * @param codecs         of its tracks
 * @param camera         make and model
 * @param takenOn        by the camera's clock
 * @param orientation    of a picture as stored, 1 to 8 as EXIF numbers them; 1 for everything else
 * @param perceptualHash of a picture
 * @param redaction      what is put in place of the parts that may name somebody; empty for pictures, whose copies are
 *                       made anew
 */
public record Facts(
        String mediaType, long bytes, @Nullable Long durationMillis, @Nullable Integer width, @Nullable Integer height,
        List<String> codecs, @Nullable String camera, @Nullable String takenOn, int orientation,
        @Nullable String perceptualHash, Redaction redaction) {

    /** Of a document. */
    static Facts ofDocument(String mediaType, long bytes) {
        return new Facts(mediaType, bytes, null, null, null, List.of(), null, null, 1, null, Redaction.NONE);
    }

    /** Of something that lasts. */
    public static Facts lasting(String mediaType, long bytes, long millis, @Nullable Integer width,
            @Nullable Integer height, List<String> codecs, Redaction redaction) {
        return new Facts(mediaType, bytes, millis, width, height, codecs, null, null, 1, null, redaction);
    }
}
