package org.campaignledger.progress.read.explain;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.campaignledger.progress.read.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A page of the postings behind one figure.
 *
 * @param campaign the campaign
 * @param metric   the metric
 * @param unit     the unit or sub-unit asked for, if one was
 * @param category the category asked for, if one was
 * @param position the position that it reflects
 * @param sum      over all postings behind the figure: the figure itself
 * @param count    how many postings there are behind it
 * @param postings this page of them, ascending by position
 * @param next     the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"campaign", "metric", "unit", "category", "position", "sum", "count", "postings", "next"})
record Explanation(
        String campaign, String metric, @Nullable String unit, @Nullable String category, long position, long sum,
        long count, List<Line> postings, @Nullable String next) {

    /** One posting, with the event and the record that it comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"position", "type", "recordId", "unit", "category", "amount", "occurredOn", "recordedAt",
            "proof"})
    record Line(
            long position, String type, String recordId, String unit, @Nullable String category, long amount,
            LocalDate occurredOn,
            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = Progress.INSTANT, timezone = "UTC") Instant recordedAt) {

        /** Where the event that it comes from is proven, once it is sealed. */
        @JsonProperty("proof")
        String proof() {
            return "/log/proof/" + position;
        }
    }
}
