package org.campaignledger.outreach.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 7 and 10: which events look the same, which periods share a day; and what both post. */
class OutreachEventsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);

    private static EventHeld event(EventHeld.Kind kind, String title, @Nullable String place,
            @Nullable String enterprise, @Nullable String distinctFrom) {
        return new EventHeld("id", "2019", "FJ", kind, title, place, enterprise, 33, DAY, distinctFrom);
    }

    private static ReachReported reach(String unit, ReachReported.Channel channel, String from, String to) {
        return new ReachReported("id", "2019", unit, channel, LocalDate.parse(from), LocalDate.parse(to), 10, 20, null);
    }

    @Test
    void anEventPostsItselfAndItsContacts() {
        assertThat(event(EventHeld.Kind.OFFLINE_EVENT, "宣讲", "礼堂", null, null).postings()).containsExactly(Posting.of(
                Metric.EVENTS, "FJ", 1, DAY), Posting.of(Metric.CONTACTS, "FJ", 33, DAY));
    }

    @Test
    void anEventLooksTheSameByTitleAndPlaceWithoutSpacesAndCase() {
        String likeness = event(EventHeld.Kind.OFFLINE_EVENT, "宣讲 AB", "大 礼堂", null, null).likeness();
        assertThat(event(EventHeld.Kind.OFFLINE_EVENT, "宣讲ab", "大礼堂", "某厂", null).likeness()).isEqualTo(likeness);
        assertThat(event(EventHeld.Kind.OFFLINE_EVENT, "宣讲ab", "小礼堂", null, null).likeness()).isNotEqualTo(likeness);
        assertThat(event(EventHeld.Kind.ENTERPRISE_VISIT, "宣讲ab", null, "大礼堂", null).likeness())
                .isNotEqualTo(likeness);
    }

    @Test
    void aVisitLooksTheSameByItsEnterprise() {
        assertThat(event(EventHeld.Kind.ENTERPRISE_VISIT, "走访", "一车间", "某厂", null).likeness()).isEqualTo(event(
                EventHeld.Kind.ENTERPRISE_VISIT, "走访", "二车间", "某厂", null).likeness());
    }

    @Test
    void whatIsSaidToBeAnotherClaimsThatOnce() {
        List<Claim> plain = event(EventHeld.Kind.OFFLINE_EVENT, "宣讲", "礼堂", null, null).claims();
        List<Claim> distinct = event(EventHeld.Kind.OFFLINE_EVENT, "宣讲", "礼堂", null, "earlier").claims();
        assertThat(plain).hasSize(1).doesNotContainAnyElementsOf(distinct);
        assertThat(distinct).hasSize(1).isEqualTo(event(EventHeld.Kind.OFFLINE_EVENT, "宣讲", "礼堂", null, "earlier")
                .claims());
    }

    @Test
    void aReachReportPostsBothFiguresOnItsLastDay() {
        assertThat(reach("FJ", ReachReported.Channel.WEB, "2019-06-01", "2019-06-30").postings()).containsExactly(
                Posting.of(Metric.DIRECT_REACH, "FJ", 10, LocalDate.of(2019, 6, 30)),
                Posting.of(Metric.SECONDARY_REACH, "FJ", 20, LocalDate.of(2019, 6, 30)));
    }

    @ParameterizedTest
    @CsvSource({"2019-06-10, 2019-06-20, true", "2019-06-20, 2019-06-25, true", "2019-06-05, 2019-06-10, true",
            "2019-06-12, 2019-06-13, true", "2019-06-01, 2019-06-30, true", "2019-06-21, 2019-06-25, false",
            "2019-06-01, 2019-06-09, false"})
    void periodsThatShareADayClaimTheSame(String from, String to, boolean shared) {
        Set<Claim> common = new HashSet<>(reach("FJ", ReachReported.Channel.WEB, "2019-06-10", "2019-06-20").claims());
        common.retainAll(reach("FJ", ReachReported.Channel.WEB, from, to).claims());
        assertThat(!common.isEmpty()).isEqualTo(shared);
    }

    @Test
    void otherChannelsAndUnitsClaimOtherDays() {
        List<Claim> ours = reach("FJ", ReachReported.Channel.WEB, "2019-06-10", "2019-06-10").claims();
        assertThat(ours).hasSize(1);
        assertThat(reach("FJ", ReachReported.Channel.APP, "2019-06-10", "2019-06-10").claims())
                .doesNotContainAnyElementsOf(ours);
        assertThat(reach("GD", ReachReported.Channel.WEB, "2019-06-10", "2019-06-10").claims())
                .doesNotContainAnyElementsOf(ours);
    }
}
