package org.campaignledger.platform.correction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a correction does, told before it is done (rule 20).
 *
 * @param version  what a reviewer names who has seen this: greater whenever a record has moved on
 * @param position the position from which the figures were calculated
 * @param count    how many records it is about
 * @param records  each of them, or the first of many: no more than {@link #SHOWN}, fewer where they are long
 * @param falls    what rests on the records and falls with them: awards, places in a ranking; absent where nothing does
 * @param postings what it posts, summed by figure and day
 * @param figures  the figures that change: national, by unit, by category, by sub-unit
 * @param leftOut  how much of these lists is not told, since an event holds 1 MiB at most; absent where all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effect(
        long version, long position, int count, List<OnRecord> records,
        @Nullable List<Map<String, Object>> falls, List<Amount> postings, List<FigureChange> figures,
        @Nullable LeftOut leftOut) {

    /** So many records at most are told of one by one. */
    public static final int SHOWN = 100;

    /**
     * What becomes of one record.
     *
     * @param kind     path name of its register
     * @param recordId its id
     * @param position position at which it was recorded
     * @param unit     the unit or sub-unit it is of
     * @param into     the record that survives it, where it is merged
     * @param before   its fields as they are
     * @param after    its fields as they would be; absent where nothing is left of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OnRecord(
            String kind, String recordId, @Nullable Long position, @Nullable String unit, @Nullable String into,
            Map<String, Object> before, @Nullable Map<String, Object> after) {}

    /**
     * How many are not told of, of each list.
     *
     * @param figures  of the figures that change
     * @param falls    of what falls
     * @param postings of the postings
     */
    public record LeftOut(int figures, int falls, int postings) {

        /** Whether all is told. */
        @JsonIgnore
        public boolean isNothing() {
            return figures + falls + postings == 0;
        }
    }

    /** What is posted to one figure on one business date. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            String metric, String unit, @Nullable String category, long amount, LocalDate occurredOn) {}
}
