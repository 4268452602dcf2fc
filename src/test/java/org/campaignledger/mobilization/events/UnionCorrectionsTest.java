package org.campaignledger.mobilization.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.campaignledger.mobilization.events.UnitMobilized.Organization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a correction of a union's record posts, takes and gives back; what it is about. */
class UnionCorrectionsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);
    private static final CorrectionMark MARK = new CorrectionMark("c-1", 17L, "wrong-figure", "reason", "fj");
    private static final Claim CODE = new Claim("organization.code", "2019/AB12");

    private static UnitMobilized of(String unit, @Nullable String code, long employees, LocalDate day) {
        return new UnitMobilized("id", "2019", unit, new Organization("甲", code), employees, day);
    }

    private static MobilizationCorrected from(UnitMobilized before, UnitMobilized after) {
        return new MobilizationCorrected(before, after, MARK);
    }

    @Test
    void whatMovesNoFigureAndNoKeyDoesNothing() {
        MobilizationCorrected corrected = from(of("FJ", "AB12", 12, DAY), of("FJ", "AB12", 13, DAY));
        assertThat(corrected.postings()).isEmpty();
        assertThat(corrected.claims()).isEmpty();
        assertThat(corrected.freed()).isEmpty();
    }

    @Test
    void anotherCodeIsTakenAndTheOldOneGivenBack() {
        MobilizationCorrected corrected = from(of("FJ", "AB12", 12, DAY), of("FJ", "CD34", 12, DAY));
        assertThat(corrected.freed()).containsExactly(CODE);
        assertThat(corrected.claims()).containsExactly(new Claim("organization.code", "2019/CD34"));
    }

    @Test
    void aCodeFoundLaterTakesThePlaceOfTheName() {
        MobilizationCorrected corrected = from(of("FJ", null, 12, DAY), of("FJ", "AB12", 12, DAY));
        assertThat(corrected.freed()).containsExactly(new Claim("organization.name", "2019/FJ/甲"));
        assertThat(corrected.claims()).containsExactly(CODE);
    }

    @Test
    void anotherUnitTakesTheFigureWithItAndTakesTheSameKeyAnew() {
        MobilizationCorrected corrected = from(of("FJ", "AB12", 12, DAY), of("GD", "AB12", 12, DAY));
        assertThat(corrected.postings()).containsExactly(Posting.of(Metric.ORGANIZATIONS, "FJ", -1, DAY),
                Posting.of(Metric.ORGANIZATIONS, "GD", 1, DAY));
        assertThat(corrected.freed()).containsExactly(CODE);
        assertThat(corrected.claims()).containsExactly(CODE);
        assertThat(corrected.reference().unit()).isEqualTo("GD");
    }

    @Test
    void anotherDayTakesTheOldAmountBackOnItsOwnDay() {
        assertThat(from(of("FJ", "AB12", 12, DAY), of("FJ", "AB12", 12, DAY.plusDays(1))).postings())
                .containsExactly(Posting.of(Metric.ORGANIZATIONS, "FJ", -1, DAY),
                        Posting.of(Metric.ORGANIZATIONS, "FJ", 1, DAY.plusDays(1)));
    }

    @Test
    void aReversalTakesAllBack() {
        MobilizationReversed reversed = new MobilizationReversed(of("FJ", "AB12", 12, DAY), MARK, "survivor");
        assertThat(reversed.postings()).containsExactly(Posting.of(Metric.ORGANIZATIONS, "FJ", -1, DAY));
        assertThat(reversed.freed()).containsExactly(CODE);
        assertThat(reversed.claims()).isEmpty();
        assertThat(reversed.reference()).isEqualTo(Reference.ofRecord("2019", "FJ", "id", DAY));
        assertThat(reversed.corrects()).contains(MARK);
    }
}
