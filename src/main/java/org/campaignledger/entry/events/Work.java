package org.campaignledger.entry.events;

import org.jspecify.annotations.Nullable;

/**
 * The file of a work, as it was found to be when it was read (rule 11); the bytes themselves are kept elsewhere, under
 * their digest.
 *
 * @param sha256         SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType      such as {@code video/mp4}
 * @param bytes          how many
 * @param durationMillis of a video or a recording
 * @param width          in pixels, of a picture or a video
 * @param height         in pixels, of a picture or a video
 * @param perceptualHash of a picture, 16 hexadecimal digits: pictures that look alike differ in few of its bits
 * @param captured       whether a picture carries what a camera writes into it; absent for other media
 */
public record Work(
        String sha256, String mediaType, long bytes, @Nullable Long durationMillis, @Nullable Integer width,
        @Nullable Integer height, @Nullable String perceptualHash, @Nullable Boolean captured) {}
