package org.campaignledger.propagandist.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a correction of a person's record posts, takes and gives back, and of whom it holds personal data. */
class PropagandistCorrectionsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);
    private static final CorrectionMark MARK = new CorrectionMark("c-1", 17L, "wrong-figure", "reason", "fj");
    private static final Claim NUMBER = new Claim("person.idNumber", "2019/aa");

    private static PropagandistRecruited of(String unit, String person, String idKey, @Nullable String phoneKey) {
        return new PropagandistRecruited("id", "2019", unit, "subject", person, idKey, phoneKey, null, DAY);
    }

    @Test
    void anotherPhoneMovesThatKeyAlone() {
        PropagandistCorrected corrected = new PropagandistCorrected(of("FJ", "old", "aa", "bb"),
                of("FJ", "new", "aa", "cc"), MARK);
        assertThat(corrected.freed()).containsExactly(new Claim("person.phone", "2019/bb"));
        assertThat(corrected.claims()).containsExactly(new Claim("person.phone", "2019/cc"));
        assertThat(corrected.postings()).isEmpty();
    }

    @Test
    void aPhoneThatIsTakenAwayIsGivenBack() {
        PropagandistCorrected corrected = new PropagandistCorrected(of("FJ", "old", "aa", "bb"),
                of("FJ", "new", "aa", null), MARK);
        assertThat(corrected.freed()).containsExactly(new Claim("person.phone", "2019/bb"));
        assertThat(corrected.claims()).isEmpty();
    }

    @Test
    void anotherUnitTakesEveryKeyAnew() {
        PropagandistCorrected corrected = new PropagandistCorrected(of("FJ", "old", "aa", null),
                of("GD", "old", "aa", null), MARK);
        assertThat(corrected.freed()).containsExactly(NUMBER);
        assertThat(corrected.claims()).containsExactly(NUMBER);
        assertThat(corrected.postings()).containsExactly(Posting.of(Metric.PROPAGANDISTS, "FJ", -1, DAY),
                Posting.of(Metric.PROPAGANDISTS, "GD", 1, DAY));
    }

    @Test
    void whoMayBeRevealedIsThePersonAsTheyStandAfterwards() {
        assertThat(new PropagandistCorrected(of("FJ", "old", "aa", null), of("FJ", "new", "aa", null), MARK).persons())
                .containsExactly(new PersonalData("subject", "new"));
    }

    @Test
    void aReversalTakesAllBackAndIsAboutTheSameRecord() {
        PropagandistReversed reversed = new PropagandistReversed(of("FJ", "old", "aa", "bb"), MARK, null);
        assertThat(reversed.postings()).containsExactly(Posting.of(Metric.PROPAGANDISTS, "FJ", -1, DAY));
        assertThat(reversed.freed()).containsExactly(NUMBER, new Claim("person.phone", "2019/bb"));
        assertThat(reversed.reference().recordId()).isEqualTo("id");
        assertThat(reversed.corrects()).contains(MARK);
    }
}
