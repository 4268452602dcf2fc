package org.campaignledger.judging.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.events.UnitCount;
import org.jspecify.annotations.Nullable;

/**
 * The judging of a category, as {@link JudgingFold} makes it of its events.
 *
 * @param stage   how far it has come
 * @param terms   by what it is judged; absent before it was opened
 * @param endedAt position at which scoring ended; 0 while it goes on
 * @param closing the closing that stands; absent while there is none
 * @param awards  the awards that stand, by entry
 * @param left    the ranked entries that have left since the closing, with their units
 */
public record Judging(
        Stage stage, @Nullable Terms terms, long endedAt, @Nullable Closing closing,
        Map<String, AwardGranted> awards, Map<String, String> left) {

    /** Nothing has happened yet. */
    public static final Judging NONE = new Judging(Stage.NOT_OPENED, null, 0, null, Map.of(), Map.of());

    /** How far a judging has come. */
    public enum Stage {
        /** Judges may be assigned, nothing is scored. */
        NOT_OPENED,
        /** Scores are given. */
        OPEN,
        /** Scores stand still; the ranking is being made. */
        ENDED,
        /** There is a ranking. */
        CLOSED
    }

    /**
     * A closing.
     *
     * @param event    what was recorded
     * @param position where
     */
    public record Closing(JudgingClosed event, long position) {}

    /** What the closing still counts for, by unit. */
    public List<UnitCount> stillJudged() {
        List<UnitCount> still = new ArrayList<>();
        if (closing != null) {
            for (UnitCount count : closing.event().judged()) {
                long gone = left.values().stream().filter(count.unit()::equals).count();
                if (count.entries() > gone) {
                    still.add(new UnitCount(count.unit(), count.entries() - gone));
                }
            }
        }
        return still;
    }
}
