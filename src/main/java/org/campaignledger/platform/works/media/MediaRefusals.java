package org.campaignledger.platform.works.media;

import java.math.BigDecimal;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** Why a file is not taken as a work: 422, naming the field {@code file}. */
public final class MediaRefusals {

    /** The part of the request that holds the file. */
    public static final String FIELD = "file";

    private MediaRefusals() {}

    /** {@code media-empty}: there is not one byte. */
    public static Refused empty() {
        return refused("media-empty", Map.of());
    }

    /** {@code media-not-taken}: it is something else, which is named. */
    public static Refused notTaken(String found) {
        return refused("media-not-taken", Map.of("found", found));
    }

    /** {@code media-truncated}: it ends before what it announces. */
    public static Refused truncated() {
        return refused("media-truncated", Map.of());
    }

    /** {@code media-malformed}: it breaks the rules of its own format. */
    public static Refused malformed(String where) {
        return refused("media-malformed", Map.of("where", where));
    }

    /** {@code media-lies}: what it says of its own duration is not what it holds; told in seconds. */
    public static Refused lies(long saidMillis, long foundMillis) {
        return refused("media-lies", Map.of("said", seconds(saidMillis), "found", seconds(foundMillis)));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }

    /** {@code media-fragmented}: an MP4 in fragments, as live recorders write it. */
    public static Refused fragmented() {
        return refused("media-fragmented", Map.of());
    }

    /** {@code media-too-complex}: more parts than any honest file of the size has. */
    public static Refused tooComplex() {
        return refused("media-too-complex", Map.of());
    }

    /** {@code media-too-many-pixels}: a picture larger than what can be shown. */
    public static Refused tooManyPixels(long width, long height) {
        return refused("media-too-many-pixels", Map.of("width", width, "height", height));
    }

    private static Refused refused(String code, Map<String, ?> arguments) {
        return Refused.because(new Violation(FIELD, code, arguments));
    }
}
