package org.campaignledger.judging.model;

import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.judging.events.JudgeRecused;
import org.campaignledger.judging.events.JudgesAssigned;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.events.Seat;
import org.jspecify.annotations.Nullable;

/**
 * The judges of an entry.
 *
 * @param places what each has done, by account, in the order of their assignment
 */
public record Jury(Map<String, Place> places) {

    /** None yet. */
    public static final Jury NONE = new Jury(Map.of());

    /**
     * A judge's place.
     *
     * @param unit    the judge's unit, as it was at the assignment
     * @param points  by criterion, as they stand; absent before a score was given
     * @param subject under which the key of the judge's words is kept; absent before the first word
     * @param recused whether the judge has recused
     */
    public record Place(
            String unit, @Nullable Map<String, Integer> points, @Nullable String subject, boolean recused) {}

    /** The jury after one more event. */
    public Jury after(PanelEvent event) {
        Map<String, Place> changed = new LinkedHashMap<>(places);
        switch (event) {
            case JudgesAssigned assigned -> {
                for (Seat seat : assigned.judges()) {
                    changed.put(seat.judge(), new Place(seat.unit(), null, null, false));
                }
            }
            case JudgeRecused recused -> changed.computeIfPresent(recused.judge(), (judge, place) -> new Place(
                    place.unit(), place.points(), or(recused.subject(), place.subject()), true));
            case ScoreGiven given -> scored(changed, given.judge(), given.points(), given.subject());
            case ScoreRevised revised -> scored(changed, revised.judge(), revised.points(), revised.subject());
        }
        return new Jury(changed);
    }

    private static void scored(Map<String, Place> changed, String by, Map<String, Integer> points,
            @Nullable String subject) {
        changed.computeIfPresent(by, (judge, place) -> new Place(place.unit(), points, or(subject, place.subject()),
                place.recused()));
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** The place of a judge, if there is one. */
    public @Nullable Place of(String judge) {
        return places.get(judge);
    }
}
