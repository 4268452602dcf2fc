package org.campaignledger.outreach.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What corrections of events and reach reports post, take and give back. */
class OutreachCorrectionsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 10);
    private static final CorrectionMark MARK = new CorrectionMark("c-1", 17L, "wrong-figure", "reason", "fj");

    private static EventHeld event(String unit, String title, long contacts, @Nullable String distinctFrom) {
        return new EventHeld("id", "2019", unit, EventHeld.Kind.OFFLINE_EVENT, title, "礼堂", null, contacts, DAY,
                distinctFrom);
    }

    private static ReachReported reach(String unit, String from, String to, long direct) {
        return new ReachReported("id", "2019", unit, ReachReported.Channel.WEB, LocalDate.parse(from),
                LocalDate.parse(to), direct, 20, null);
    }

    private static List<String> days(List<Claim> claims) {
        return claims.stream().map(claim -> claim.key().substring(claim.key().lastIndexOf('/') + 1)).toList();
    }

    @Test
    void anEventWithFewerContactsPostsTheDifferenceAlone() {
        EventCorrected corrected = new EventCorrected(event("FJ", "宣讲", 33, null), event("FJ", "宣讲", 3, null), MARK);
        assertThat(corrected.postings()).containsExactly(Posting.of(Metric.CONTACTS, "FJ", -30, DAY));
        assertThat(corrected.freed()).isEmpty();
        assertThat(corrected.claims()).isEmpty();
    }

    @Test
    void anEventThatLooksTheSameAfterwardsKeepsItsKey() {
        EventCorrected corrected = new EventCorrected(event("FJ", "宣讲 AB", 3, null), event("FJ", "宣讲ab", 3, null),
                MARK);
        assertThat(corrected.freed()).isEmpty();
        assertThat(corrected.claims()).isEmpty();
    }

    @Test
    void anotherTitleMovesIt() {
        EventHeld before = event("FJ", "宣讲", 3, null);
        EventHeld after = event("FJ", "巡讲", 3, null);
        EventCorrected corrected = new EventCorrected(before, after, MARK);
        assertThat(corrected.freed()).isEqualTo(before.claims());
        assertThat(corrected.claims()).isEqualTo(after.claims());
    }

    @Test
    void whatIsFoundToBeAnotherThanAnEarlierOneGivesThePlainKeyBack() {
        EventHeld before = event("FJ", "宣讲", 3, null);
        EventCorrected corrected = new EventCorrected(before, event("FJ", "宣讲", 3, "earlier"), MARK);
        assertThat(corrected.freed()).containsExactly(new Claim("title", before.likeness()));
        assertThat(corrected.claims()).containsExactly(new Claim("title", before.likeness() + "/not/earlier"));
    }

    @Test
    void aReversedEventTakesBothFiguresBackAndAnEventWithoutContactsOne() {
        EventHeld held = event("FJ", "宣讲", 3, null);
        EventReversed reversed = new EventReversed(held, MARK, null);
        assertThat(reversed.postings()).containsExactly(Posting.of(Metric.EVENTS, "FJ", -1, DAY),
                Posting.of(Metric.CONTACTS, "FJ", -3, DAY));
        assertThat(reversed.freed()).isEqualTo(held.claims());
        assertThat(new EventReversed(event("FJ", "宣讲", 0, null), MARK, null).postings()).containsExactly(
                Posting.of(Metric.EVENTS, "FJ", -1, DAY));
    }

    @Test
    void aPeriodThatIsShiftedGivesBackAndTakesOnlyTheDaysThatChange() {
        ReachReportCorrected corrected = new ReachReportCorrected(reach("FJ", "2019-06-01", "2019-06-04", 10),
                reach("FJ", "2019-06-03", "2019-06-06", 10), MARK);
        assertThat(days(corrected.freed())).containsExactly("2019-06-01", "2019-06-02");
        assertThat(days(corrected.claims())).containsExactly("2019-06-05", "2019-06-06");
        assertThat(corrected.postings()).containsExactly(
                Posting.of(Metric.DIRECT_REACH, "FJ", -10, LocalDate.of(2019, 6, 4)),
                Posting.of(Metric.SECONDARY_REACH, "FJ", -20, LocalDate.of(2019, 6, 4)),
                Posting.of(Metric.DIRECT_REACH, "FJ", 10, LocalDate.of(2019, 6, 6)),
                Posting.of(Metric.SECONDARY_REACH, "FJ", 20, LocalDate.of(2019, 6, 6)));
    }

    @Test
    void aReportOfAnotherUnitTakesAllItsDaysAnew() {
        ReachReportCorrected corrected = new ReachReportCorrected(reach("FJ", "2019-06-01", "2019-06-02", 10),
                reach("GD", "2019-06-01", "2019-06-02", 10), MARK);
        assertThat(days(corrected.freed())).containsExactly("2019-06-01", "2019-06-02");
        assertThat(days(corrected.claims())).containsExactly("2019-06-01", "2019-06-02");
        assertThat(corrected.claims()).allSatisfy(claim -> assertThat(claim.key()).contains("/GD/"));
        assertThat(corrected.reference().unit()).isEqualTo("GD");
        assertThat(corrected.corrects()).contains(MARK);
    }

    @Test
    void aReversedReportGivesEveryDayBackAndPostsOnItsLast() {
        ReachReportReversed reversed = new ReachReportReversed(reach("FJ", "2019-06-01", "2019-06-03", 0), MARK, null);
        assertThat(days(reversed.freed())).containsExactly("2019-06-01", "2019-06-02", "2019-06-03");
        assertThat(reversed.claims()).isEmpty();
        assertThat(reversed.postings()).containsExactly(
                Posting.of(Metric.SECONDARY_REACH, "FJ", -20, LocalDate.of(2019, 6, 3)));
        assertThat(reversed.reference().occurredOn()).isEqualTo(LocalDate.of(2019, 6, 3));
    }
}
