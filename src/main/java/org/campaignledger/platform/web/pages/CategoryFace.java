package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a category of works is and takes, as its pages say it.
 *
 * @param hosts           who runs it
 * @param platforms       where works are taken in
 * @param themes          themes that the notice suggests; not a closed list
 * @param presenters      who is to present, where the notice says so
 * @param submitters      {@code INDIVIDUAL} and {@code UNION}, or one of them; never empty
 * @param recommendLimit  so many works a reporting unit recommends at most; absent: any number
 * @param selfService     whether works may be submitted without an account
 * @param showRecommended whether the showcase shows recommended works too
 * @param work            what a work must be
 */
public record CategoryFace(
        List<String> hosts, List<Platform> platforms, List<String> themes, List<String> presenters,
        List<String> submitters, @Nullable Integer recommendLimit, boolean selfService, boolean showRecommended,
        Work work) {

    /**
     * Where a host takes works in.
     *
     * @param kind such as {@code WEB} or {@code WECHAT}
     * @param url  of a web site; absent where it is found by its name
     */
    public record Platform(String kind, String name, @Nullable String url) {}

    /**
     * What a work must be (rule 11).
     *
     * @param media              {@code VIDEO}, {@code PHOTO}, {@code AUDIO_OR_VIDEO}, {@code CASE} or {@code PLATFORM}
     * @param formats            such as {@code mp4}; empty: any of the medium
     * @param maxDurationSeconds absent: any
     * @param durationExclusive  whether a work must stay under it
     * @param maxBytes           absent: any
     * @param sizeExclusive      whether a work must stay under it
     * @param original           whether only originals are taken
     */
    public record Work(
            String media, List<String> formats, @Nullable Integer maxDurationSeconds, boolean durationExclusive,
            @Nullable Long maxBytes, boolean sizeExclusive, boolean original) {

        /** Whether there is no entry without a file: written cases and platforms are described and linked. */
        public boolean needsFile() {
            return !media.equals("CASE") && !media.equals("PLATFORM");
        }
    }
}
