package org.campaignledger.platform.works;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.campaignledger.platform.works.media.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a work, all of it read from its bytes. Holds nothing that tells where it was made or whose it is.
 *
 * @param sha256         SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType      {@code video/mp4}, {@code audio/mp4}, {@code audio/mpeg}, {@code audio/wav}, {@code image/jpeg},
 *                       {@code image/png}, {@code application/pdf} or that of an Office Open XML document
 * @param bytes          its length, 1 or more
 * @param durationMillis of what lasts: the longest of its tracks, rounded down. Hence "shorter than N whole milliseconds"
 *                       asked of this number is exact; absent for pictures
 * @param width          in pixels as it is shown, after turning it upright; absent for sound
 * @param height         the same
 * @param codecs         of its tracks as the container names them, such as {@code avc1}, {@code mp4a}; empty for pictures
 * @param camera         make and model that took a picture; absent if it does not say
 * @param takenOn        when a picture was taken by the camera's own clock, {@code 2019-05-01T08:30:00}; absent likewise
 * @param perceptualHash of a picture, 16 hexadecimal digits: pictures that look alike differ in few of the 64 bits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkFacts(
        String sha256, String mediaType, long bytes, @Nullable Long durationMillis, @Nullable Integer width,
        @Nullable Integer height, List<String> codecs, @Nullable String camera, @Nullable String takenOn,
        @Nullable String perceptualHash) {

    /** The facts of the bytes of this digest. */
    public static WorkFacts of(String sha256, Facts facts) {
        return new WorkFacts(sha256, facts.mediaType(), facts.bytes(), facts.durationMillis(), facts.width(),
                facts.height(), facts.codecs(), facts.camera(), facts.takenOn(), facts.perceptualHash());
    }

    /** Whether it is a picture. */
    @JsonIgnore
    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /**
     * In how many of 64 bits the hashes of two pictures differ: 0 for the same picture, up to about 10 for one that was
     * scaled, compressed anew or slightly changed, about 32 for different ones.
     */
    public static int distance(String hash, String other) {
        return Long.bitCount(Long.parseUnsignedLong(hash, 16) ^ Long.parseUnsignedLong(other, 16));
    }
}
