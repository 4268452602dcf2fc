package org.campaignledger.showcase.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work of the showcase.
 *
 * @param id            the entry
 * @param category      its category
 * @param title         of the work
 * @param theme         where given
 * @param description   where given
 * @param unit          absent while the category is being judged (rule 15)
 * @param submitter     the same
 * @param state         {@code AWARDED} or {@code RECOMMENDED}
 * @param award         what it was awarded
 * @param work          the file
 * @param links         where the work is, if it is no file
 * @param recommendedOn the day of its recommendation; absent while the category is being judged: works of one unit come
 *                      together
 * @param position      of the event that last told of it; absent for the same reason
 * @param toldAt        when that was recorded; absent for the same reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shown(
        String id, String category, String title, @Nullable String theme, @Nullable String description,
        @Nullable String unit, @Nullable Submitter submitter, String state, @Nullable Award award,
        @Nullable File work, List<String> links, @Nullable String recommendedOn, @Nullable Long position,
        @Nullable Instant toldAt) {

    /** Who submitted it: of an individual only that it was one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submitter(String kind, @Nullable String name) {}

    /**
     * An award.
     *
     * @param position of the event that granted it: its proof stands at {@code /log/proof/POSITION}
     */
    record Award(String id, String level, int rank, BigDecimal score, long position) {}

    /**
     * A file, as it may be shown to anybody.
     *
     * @param href      where it is
     * @param thumbnail a small copy of a picture
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String mediaType, @Nullable BigDecimal durationSeconds, @Nullable Integer width, @Nullable Integer height,
            String href, @Nullable String thumbnail) {}
}
