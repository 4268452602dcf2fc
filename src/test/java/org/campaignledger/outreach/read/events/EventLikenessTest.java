package org.campaignledger.outreach.read.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.junit.jupiter.api.Test;

class EventLikenessTest {

    private int positions;

    private Compared event(String unit, int day, String title, String place, String contacts) {
        int position = ++positions;
        return new Compared("r" + position, position, unit, unit.replaceAll("-.*", ""), LocalDate.of(2019, 6, day),
                List.of(), Map.of(EventLikeness.TITLE, title, EventLikeness.PLACE, place, EventLikeness.CONTACTS,
                        contacts));
    }

    private static Compared distinctFrom(Compared earlier, Compared event) {
        Map<String, String> traits = new HashMap<>(event.traits());
        traits.put(EventLikeness.DISTINCT_FROM, earlier.recordId());
        return new Compared(event.recordId(), event.position(), event.unit(), event.reportingUnit(),
                event.occurredOn(), List.of(), traits);
    }

    @Test
    void anEventReportedByAUnitAndByItsPartIsFound() {
        Likeness likeness = EventLikeness.of(event("FJ", 1, "劳模宣讲", "大礼堂", "80"),
                event("FJ-XM", 1, "劳模宣讲", "大礼堂", "78"));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_DAY, Reason.SAME_TITLE, Reason.SAME_PLACE,
                Reason.SIMILAR_CONTACTS, Reason.UNIT_AND_ITS_PART);
        assertThat(likeness.score()).isEqualTo(100);
    }

    @Test
    void titleAndPlaceMayBeWrittenWithMoreOrLess() {
        Likeness likeness = EventLikeness.of(event("FJ", 1, "劳模宣讲", "大礼堂", "0"),
                event("FJ", 1, "劳模宣讲进车间", "市总工会大礼堂", "0"));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_DAY, Reason.SIMILAR_TITLE, Reason.SIMILAR_PLACE,
                Reason.SAME_UNIT);
        assertThat(likeness.score()).isEqualTo(72);
    }

    @Test
    void whatWasDeclaredDistinctRanksLowerAndStaysInSight() {
        Compared first = event("FJ", 1, "劳模宣讲", "大礼堂", "80");
        Likeness likeness = EventLikeness.of(first, distinctFrom(first, event("FJ", 1, "劳模宣讲", "大礼堂", "80")));
        assertThat(likeness.reasons()).contains(Reason.DECLARED_DISTINCT);
        assertThat(likeness.score()).isEqualTo(60);
    }

    @Test
    void aDayLaterItIsLessLikelyAndAWeekLaterNotAtAll() {
        Compared first = event("FJ", 1, "劳模宣讲", "大礼堂", "83");
        assertThat(EventLikeness.of(first, event("FJ", 3, "劳模宣讲", "大礼堂", "83")).reasons()).containsExactly(
                Reason.NEAR_DAY, Reason.SAME_TITLE, Reason.SAME_PLACE, Reason.SIMILAR_CONTACTS, Reason.SAME_UNIT);
        assertThat(EventLikeness.of(first, event("FJ", 8, "劳模宣讲", "大礼堂", "83")).score()).isZero();
    }

    @Test
    void otherEventsOfADayAreNot() {
        Compared first = event("FJ", 1, "劳模宣讲", "大礼堂", "80");
        assertThat(EventLikeness.of(first, event("FJ", 1, "职工读书会", "大礼堂", "80")).score()).isLessThan(50);
        Likeness visits = EventLikeness.of(event("FJ", 1, "走进企业", "榕江纺织厂", "20"),
                event("FJ", 1, "走进企业", "鹭岛食品厂", "20"));
        assertThat(visits.reasons()).contains(Reason.SAME_TITLE, Reason.OTHER_PLACE);
        assertThat(visits.score()).isLessThan(50);
        assertThat(EventLikeness.of(first, event("FJ", 1, "职工读书会", "文化宫", "80")).reasons())
                .contains(Reason.OTHER_TITLE, Reason.OTHER_PLACE);
    }

    @Test
    void eventsThatAreComparedShareABlock() {
        Compared first = ComparedEvents.blocked(event("FJ", 1, "劳模宣讲", "大礼堂", "80"));
        assertThat(first.blocks()).containsAnyElementsOf(ComparedEvents.blocked(event("FJ-XM", 1, "读书会", "书屋", "5"))
                .blocks());
        assertThat(first.blocks()).containsAnyElementsOf(ComparedEvents.blocked(event("GD", 1, "劳模宣讲", "大礼堂", "5"))
                .blocks());
        assertThat(first.blocks()).doesNotContainAnyElementsOf(ComparedEvents.blocked(event("GD", 1, "读书会", "书屋",
                "80")).blocks());
        for (int day = 1; day <= 8; day++) {
            Compared one = ComparedEvents.blocked(event("FJ", day, "劳模宣讲", "大礼堂", "80"));
            Compared twoLater = ComparedEvents.blocked(event("FJ", day + 2, "劳模宣讲", "大礼堂", "80"));
            assertThat(one.blocks()).containsAnyElementsOf(twoLater.blocks());
        }
    }
}
