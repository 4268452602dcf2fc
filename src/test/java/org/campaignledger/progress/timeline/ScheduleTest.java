package org.campaignledger.progress.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.campaign.events.Definition.PlanPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** MOBILISE of 2019: 153 days. */
    private static final Schedule MOBILISE = new Schedule(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 9, 30));

    @ParameterizedTest
    @CsvSource({
            // 3000 × 92 ÷ 153 = 1803.92…, the contract's own example
            "3000, 2019-07-31, 1804",
            "3000, 2019-04-30, 0", "3000, 2019-05-01, 20", "3000, 2019-09-29, 2980", "3000, 2019-09-30, 3000",
            "3000, 2019-10-01, 3000", "3000, 2030-01-01, 3000", "3000, 1999-01-01, 0",
            // 153 × 1 ÷ 153: no rounding at all
            "153, 2019-05-01, 1", "0, 2019-07-31, 0",
            // 500000 × 46 ÷ 153 = 150326.797…; 100000000 × 46 ÷ 153 = 30065359.477…
            "500000, 2019-06-15, 150327", "100000000, 2019-06-15, 30065359",
            // the product exceeds 64 bits: 9223372036854775807 × 92 ÷ 153
            "9223372036854775807, 2019-07-31, 5546079917585878263"})
    void withoutAPlanTheTargetIsSpreadEvenlyOverTheDays(long target, LocalDate today, long planned) {
        assertThat(MOBILISE.planned(target, null, today)).isEqualTo(planned);
        assertThat(MOBILISE.planned(target, List.of(), today)).isEqualTo(planned);
    }

    @Test
    void halfIsRoundedUp() {
        Schedule twoDays = new Schedule(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 5, 2));
        assertThat(twoDays.planned(5, null, LocalDate.of(2019, 5, 1))).isEqualTo(3);
    }

    @Test
    void aScheduleOfOneDayIsAllOrNothing() {
        LocalDate day = LocalDate.of(2019, 5, 1);
        Schedule oneDay = new Schedule(day, day);
        assertThat(oneDay.planned(7, null, day.minusDays(1))).isZero();
        assertThat(oneDay.planned(7, null, day)).isEqualTo(7);
        assertThat(oneDay.left(day.minusDays(1))).isEqualTo(1);
        assertThat(oneDay.left(day)).isZero();
    }

    @Test
    void aScheduleThatEndsBeforeItBeginsHasNoDays() {
        Schedule none = new Schedule(LocalDate.of(2019, 5, 2), LocalDate.of(2019, 5, 1));
        assertThat(none.days()).isZero();
        assertThat(none.planned(7, null, LocalDate.of(2019, 5, 1))).isZero();
        assertThat(none.planned(7, null, LocalDate.of(2019, 5, 2))).isEqualTo(7);
        assertThat(none.forecast(5, 30, LocalDate.of(2019, 5, 1))).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
            "2019-04-30, 0",
            // from nothing on 30 April to 310 on 31 May: ten a day
            "2019-05-01, 10", "2019-05-16, 160", "2019-05-31, 310",
            // from 310 to 1000 in 61 days: 310 + 690 × 1 ÷ 61 = 321.3…, 310 + 690 × 30 ÷ 61 = 649.3…
            "2019-06-01, 321", "2019-06-30, 649", "2019-07-31, 1000",
            // from the last point to the target on the last day: 1000 + 2000 × 31 ÷ 61 = 2016.39…
            "2019-08-31, 2016", "2019-09-30, 3000", "2019-10-01, 3000"})
    void aPlanIsFollowedFromPointToPoint(LocalDate today, long planned) {
        List<PlanPoint> plan = List.of(new PlanPoint(LocalDate.of(2019, 7, 31), 1000),
                new PlanPoint(LocalDate.of(2019, 5, 31), 310));
        assertThat(MOBILISE.planned(3000, plan, today)).isEqualTo(planned);
    }

    @Test
    void aPlanMayFallAndMayBeginBeforeTheFirstDay() {
        List<PlanPoint> plan = List.of(new PlanPoint(LocalDate.of(2019, 4, 20), 100),
                new PlanPoint(LocalDate.of(2019, 5, 10), 80), new PlanPoint(LocalDate.of(2019, 5, 10), 90));
        // half way from 20 April to 10 May
        assertThat(MOBILISE.planned(3000, plan, LocalDate.of(2019, 4, 30))).isZero();
        assertThat(MOBILISE.planned(3000, plan, LocalDate.of(2019, 5, 5))).isEqualTo(85);
    }

    @ParameterizedTest
    @CsvSource({
            // 1712 + 560 ÷ 30 × 61 = 2850.67
            "1712, 560, 2019-07-31, 2851",
            // 1712 + 559 ÷ 30 × 61 = 2848.63
            "1712, 559, 2019-07-31, 2849",
            "0, 0, 2019-07-31, 0",
            // all 153 days are left before the first, none on the last and after
            "0, 30, 2019-04-30, 153", "10, 30, 2019-09-30, 10", "10, 30, 2019-11-30, 10",
            // 15 × 1 ÷ 30 = 0.5 goes up; so does −0.5, to 0
            "0, 15, 2019-09-29, 1", "0, -15, 2019-09-29, 0", "0, -16, 2019-09-29, -1"})
    void theForecastGoesOnAtTheSpeedOfTheLastThirtyDays(long actual, long last, LocalDate today, long forecast) {
        assertThat(MOBILISE.forecast(actual, last, today)).isEqualTo(forecast);
    }
}
