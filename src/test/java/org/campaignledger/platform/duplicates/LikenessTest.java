package org.campaignledger.platform.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void theScoreIsTheSumOfTheReasonsInWhateverOrder() {
        Likeness likeness = Likeness.of(List.of(Reason.SAME_UNIT, Reason.SAME_TITLE, Reason.SAME_DAY, Reason.SAME_DAY));
        assertThat(likeness.score()).isEqualTo(70);
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_DAY, Reason.SAME_TITLE, Reason.SAME_UNIT);
        assertThat(likeness).isEqualTo(Likeness.of(List.of(Reason.SAME_TITLE, Reason.SAME_DAY, Reason.SAME_UNIT)));
    }

    @Test
    void itIsFrom0To100() {
        assertThat(Likeness.of(List.of()).score()).isZero();
        assertThat(Likeness.of(List.of(Reason.DECLARED_DISTINCT)).score()).isZero();
        assertThat(Likeness.of(List.of(Reason.SAME_NAME_WITHOUT_CODE, Reason.SAME_DAY)).score()).isEqualTo(100);
    }

    @Test
    void everyReasonHasACodeAndPoints() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.code()).matches("[a-z]+(-[a-z]+)+");
            assertThat(Reason.of(reason.code())).isEqualTo(reason);
            assertThat(reason.points()).isNotZero();
        }
    }
}
