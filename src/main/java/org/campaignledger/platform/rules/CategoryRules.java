package org.campaignledger.platform.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A category of works as far as decisions on entries depend on it: its own entry rules, from the campaign's definition
 * (rule 11).
 *
 * @param id              its id
 * @param name            its Chinese name
 * @param hosts           who runs it, as the definition names them
 * @param platforms       names of the hosts' platforms, on which works are entered too; empty: any
 * @param submitters      kinds of submitters that it takes, {@code INDIVIDUAL} and {@code UNION}; never empty
 * @param themes          themes that the notice suggests; not a closed list
 * @param recommendLimit  so many works a reporting unit recommends at most (rule 13); absent: any number
 * @param selfService     whether works may be submitted without an account
 * @param showRecommended whether the showcase shows recommended works too
 * @param work            what a work must be
 */
public record CategoryRules(
        String id, String name, List<String> hosts, List<String> platforms, List<String> submitters,
        List<String> themes,
        @Nullable Integer recommendLimit,
        boolean selfService, boolean showRecommended, Work work) {

    /**
     * What a work of the category must be.
     *
     * @param media              {@code VIDEO}, {@code PHOTO}, {@code AUDIO_OR_VIDEO}, {@code CASE} or {@code PLATFORM}
     * @param formats            file formats taken, such as {@code mp4}; empty: any of the medium
     * @param maxDurationSeconds the longest duration; absent: any
     * @param durationExclusive  whether the work must stay under it
     * @param maxBytes           the greatest size; absent: any
     * @param sizeExclusive      whether the work must stay under it
     * @param original           whether only originals are taken
     */
    public record Work(
            String media, List<String> formats, @Nullable Integer maxDurationSeconds, boolean durationExclusive,
            @Nullable Long maxBytes, boolean sizeExclusive, boolean original) {

        /** Whether an entry without a file is none: written cases and platforms are described and linked instead. */
        public boolean needsFile() {
            return !media.equals("CASE") && !media.equals("PLATFORM");
        }
    }
}
