package org.campaignledger.progress.read.progress;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The balance of a campaign's postings against its targets and allocations, as the contract has it (API, "Queries").
 *
 * @param campaign   the campaign's id
 * @param position   the position that it reflects
 * @param asOf       when that position was recorded
 * @param phases     ids of the open phases, in the definition's order
 * @param targets    every metric of the plan, nationally
 * @param units      every reporting unit with its sub-units, or the one asked for
 * @param categories the funnel of every category, nationally
 */
@JsonPropertyOrder({"campaign", "position", "asOf", "phases", "targets", "units", "categories"})
public record Progress(
        String campaign, long position,
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = INSTANT, timezone = "UTC") Instant asOf,
        List<String> phases, List<Target> targets, List<Unit> units, List<Category> categories) {

    /** Instants of answers: UTC, whole milliseconds, always three digits of them. */
    public static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    /**
     * A metric of the plan, over all units.
     *
     * @param metric   its name
     * @param target   what is to be reached; absent where there is no number
     * @param actual   what has been reached
     * @param ratio    actual ÷ target, rounded half up to 4 decimals; absent without a target, or with one of 0
     * @param planned  what should have been reached by today; absent without a target
     * @param pace     actual − planned
     * @param forecast where it will stand at the end of MOBILISE if the last 30 days go on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"metric", "target", "actual", "ratio", "planned", "pace", "forecast"})
    public record Target(
            String metric, @Nullable Long target, long actual, @Nullable BigDecimal ratio, @Nullable Long planned,
            @Nullable Long pace, long forecast) {}

    /**
     * A reporting unit's figures, those of its sub-units included, or a sub-unit's own.
     *
     * @param unit    its code
     * @param of      the reporting unit of a sub-unit, otherwise absent
     * @param metrics every metric of the plan, by name, in its order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"unit", "of", "metrics"})
    public record Unit(String unit, @Nullable String of, Map<String, Figure> metrics) {}

    /**
     * A unit's figure.
     *
     * @param target its allocation, where the metric is allocated
     * @param actual what has been reached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"target", "actual"})
    public record Figure(@Nullable Long target, long actual) {}

    /** The funnel of a category, cumulative: an accepted entry still counts as submitted (rule 13). */
    @JsonPropertyOrder({"category", "submitted", "accepted", "recommended", "judged", "awarded"})
    public record Category(
            String category, long submitted, long accepted, long recommended, long judged, long awarded) {}
}
