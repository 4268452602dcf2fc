package org.campaignledger.entry.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.events.Work;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 11 and 12 at their edges, as the notice of 2019 sets them: under 3 minutes, under 50 MB, MP4, unions only. */
class TheWorkFitsItsCategoryTest {

    private static final long FIFTY = 52_428_800L;
    private static final CategoryRules VIDEO = category(List.of("INDIVIDUAL", "UNION"),
            new CategoryRules.Work("VIDEO", List.of("mp4"), 180, true, FIFTY, true, false));

    private static CategoryRules category(List<String> submitters, CategoryRules.Work work) {
        return new CategoryRules("video", "微视频", List.of("某总工会"), List.of(), submitters, List.of(), null, false, false,
                work);
    }

    private static Work video(long millis, long bytes) {
        return new Work("ab".repeat(32), "video/mp4", bytes, millis, 640, 360, null, null);
    }

    private static Work of(String mediaType) {
        return new Work("ab".repeat(32), mediaType, 1_000, mediaType.startsWith("image/") ? null : 1_000L, null, null,
                null, null);
    }

    private static List<String> codes(CategoryRules category, boolean sent, @Nullable Work work) {
        Checks checks = new Checks();
        TheWorkFitsItsCategory.check(category, sent, work, checks);
        return checks.violations().stream().map(Violation::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"179900, ''", "179999, ''", "180000, work-not-under-duration", "180001, work-not-under-duration"})
    void threeMinutesAreTooLong(long millis, String code) {
        assertThat(String.join(" ", codes(VIDEO, true, video(millis, 1)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"52428799, ''", "52428800, work-not-under-size", "52428801, work-not-under-size"})
    void fiftyMegabytesAreTooLarge(long bytes, String code) {
        assertThat(String.join(" ", codes(VIDEO, true, video(1, bytes)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"180000, ''", "180001, work-over-duration"})
    void aLimitThatIsIncludedMayBeReached(long millis, String code) {
        CategoryRules included = category(List.of("UNION"),
                new CategoryRules.Work("VIDEO", List.of(), 180, false, FIFTY, false, false));
        assertThat(String.join(" ", codes(included, true, video(millis, FIFTY)))).isEqualTo(code);
        assertThat(codes(included, true, video(1, FIFTY + 1))).containsExactly("work-over-size");
    }

    @Test
    void bothAreSaidAtOnce() {
        assertThat(codes(VIDEO, true, video(180_000, FIFTY))).containsExactly("work-not-under-duration",
                "work-not-under-size");
    }

    @ParameterizedTest
    @CsvSource({"VIDEO, video/mp4, true", "VIDEO, audio/mp4, false", "VIDEO, image/png, false",
            "PHOTO, image/jpeg, true", "PHOTO, image/png, true", "PHOTO, video/mp4, false",
            "AUDIO_OR_VIDEO, audio/mpeg, true", "AUDIO_OR_VIDEO, audio/wav, true",
            "AUDIO_OR_VIDEO, video/mp4, true", "AUDIO_OR_VIDEO, image/jpeg, false", "CASE, image/jpeg, true",
            "PLATFORM, video/mp4, true"})
    void aCategoryTakesItsOwnMedium(String media, String found, boolean taken) {
        CategoryRules category = category(List.of("UNION"),
                new CategoryRules.Work(media, List.of(), null, false, null, false, false));
        assertThat(codes(category, true, of(found))).isEqualTo(taken ? List.of() : List.of("media-not-of-category"));
    }

    @ParameterizedTest
    @CsvSource({"mp3, audio/mpeg, true", "mp3, audio/wav, false", "jpg, image/jpeg, true", "png, image/jpeg, false"})
    void aFormatThatIsNamedIsMeant(String format, String found, boolean taken) {
        CategoryRules category = category(List.of("UNION"), new CategoryRules.Work(found.startsWith("image/")
                ? "PHOTO"
                : "AUDIO_OR_VIDEO", List.of(format), null, false, null, false, false));
        assertThat(codes(category, true, of(found))).isEqualTo(taken ? List.of() : List.of("media-not-of-category"));
    }

    @ParameterizedTest
    @CsvSource({"VIDEO, missing", "PHOTO, missing", "AUDIO_OR_VIDEO, missing", "CASE, ''", "PLATFORM, ''"})
    void onlyWhatIsDescribedAndLinkedNeedsNoFile(String media, String code) {
        CategoryRules category = category(List.of("UNION"),
                new CategoryRules.Work(media, List.of(), null, false, null, false, false));
        assertThat(String.join(" ", codes(category, false, null))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"INDIVIDUAL, 1", "UNION, 0"})
    void aCategoryForUnionsTakesNoIndividuals(SubmitterKind kind, int violations) {
        Checks checks = new Checks();
        ACategoryForUnionsTakesNoIndividuals.check(category(List.of("UNION"), VIDEO.work()), kind, checks);
        assertThat(checks.violations()).hasSize(violations);
    }
}
