package org.campaignledger.platform.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure before and after.
 *
 * @param metric   name of the metric
 * @param unit     the reporting unit or sub-unit; absent for the national figure
 * @param category the category whose funnel it is of, over all units; absent for metrics of the plan
 * @param before   as it is
 * @param after    as it would be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureChange(
        String metric, @Nullable String unit, @Nullable String category, Line before, Line after) {

    /**
     * The figure, as progress shows it (API, "progress").
     *
     * @param target   the target or allocation in force; absent where there is none
     * @param actual   the balance
     * @param ratio    of the target, to four decimals
     * @param planned  by today
     * @param pace     actual minus planned
     * @param forecast for the last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Nullable Long target, long actual, @Nullable BigDecimal ratio, @Nullable Long planned,
            @Nullable Long pace, @Nullable Long forecast) {}
}
