package org.campaignledger.measure.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Reference;
import org.junit.jupiter.api.Test;

/** What measures are about, and that they move no figure. */
class MeasureEventsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 11, 20);
    private static final CorrectionMark MARK = new CorrectionMark("c-1", 17L, "wrong-date", "reason", "fj");
    private static final MeasureFiled OF_UNIT = new MeasureFiled("id", "2019", "FJ", null, "THEME", "题", DAY, null,
            null);
    private static final MeasureFiled OF_CATEGORY = new MeasureFiled("id", "2019", null, "video", "SUMMARY", "题", DAY,
            null, null);

    @Test
    void theyAreOfAUnitOrOfACategory() {
        assertThat(OF_UNIT.reference()).isEqualTo(new Reference("2019", "FJ", null, "id", DAY));
        assertThat(OF_CATEGORY.reference()).isEqualTo(new Reference("2019", null, "video", "id", DAY));
    }

    @Test
    void theyPostNothingAndNeitherDoTheirCorrections() {
        assertThat(OF_UNIT.postings()).isEmpty();
        MeasureCorrected corrected = new MeasureCorrected(OF_CATEGORY, OF_CATEGORY, MARK);
        assertThat(corrected.postings()).isEmpty();
        assertThat(corrected.claims()).isEmpty();
        assertThat(corrected.freed()).isEmpty();
        MeasureReversed reversed = new MeasureReversed(OF_CATEGORY, MARK, null);
        assertThat(reversed.postings()).isEmpty();
        assertThat(reversed.reference()).isEqualTo(OF_CATEGORY.reference());
        assertThat(reversed.corrects()).contains(MARK);
        assertThat(reversed.id()).isEqualTo(corrected.id()).isEqualTo("id");
    }
}
