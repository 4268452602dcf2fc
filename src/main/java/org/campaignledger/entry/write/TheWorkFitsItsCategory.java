package org.campaignledger.entry.write;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.campaignledger.entry.events.Work;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;

/**
 * Rule 11: what a work must be is said by its category's definition, and asked of what the file was found to be, never of
 * what the sender says of it. Everything that is wrong is found at once.
 */
final class TheWorkFitsItsCategory {

    private static final String FIELD = "work";
    private static final Map<String, List<String>> FORMATS = Map.of(
            "video/mp4", List.of("mp4"), "audio/mp4", List.of("m4a"), "audio/mpeg", List.of("mp3"),
            "audio/wav", List.of("wav"), "image/jpeg", List.of("jpeg", "jpg"), "image/png", List.of("png"));

    private TheWorkFitsItsCategory() {}

    /**
     * Adds what is wrong.
     *
     * @param sent whether a digest was sent, whatever it names
     * @param work the file of that digest; absent if none is known
     */
    static void check(CategoryRules category, boolean sent, @Nullable Work work, Checks checks) {
        CategoryRules.Work rules = category.work();
        if (work == null) {
            checks.that(sent || !rules.needsFile(), FIELD, "missing");
            return;
        }
        boolean taken = isOfTheMedium(rules.media(), work.mediaType()) && isOfAFormat(rules, work.mediaType());
        checks.that(taken, FIELD, "media-not-of-category",
                Map.of("found", work.mediaType(), "category", category.name()));
        if (taken) {
            duration(rules, work, checks);
        }
        size(rules, work, checks);
    }

    private static boolean isOfTheMedium(String media, String mediaType) {
        return switch (media) {
            case "VIDEO" -> mediaType.startsWith("video/");
            case "PHOTO" -> mediaType.startsWith("image/");
            case "AUDIO_OR_VIDEO" -> mediaType.startsWith("audio/") || mediaType.startsWith("video/");
            // Documents belong to measures: what is in them cannot be hidden from a judge.
            default -> Stream.of("image/", "audio/", "video/").anyMatch(mediaType::startsWith);
        };
    }

    private static boolean isOfAFormat(CategoryRules.Work rules, String mediaType) {
        return rules.formats().isEmpty()
                || FORMATS.getOrDefault(mediaType, List.of()).stream().anyMatch(rules.formats()::contains);
    }

    private static void duration(CategoryRules.Work rules, Work work, Checks checks) {
        Integer max = rules.maxDurationSeconds();
        Long found = work.durationMillis();
        if (max == null || found == null) {
            return;
        }
        long limit = max * 1000L;
        checks.that(rules.durationExclusive() ? found < limit : found <= limit, FIELD,
                rules.durationExclusive() ? "work-not-under-duration" : "work-over-duration", Map.of("max", max));
    }

    private static void size(CategoryRules.Work rules, Work work, Checks checks) {
        Long max = rules.maxBytes();
        if (max != null) {
            checks.that(rules.sizeExclusive() ? work.bytes() < max : work.bytes() <= max, FIELD,
                    rules.sizeExclusive() ? "work-not-under-size" : "work-over-size", Map.of("max", max));
        }
    }
}
