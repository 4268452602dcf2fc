package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.judging.model.Judged.by;
import static org.campaignledger.judging.model.Judged.criterion;
import static org.campaignledger.judging.model.Judged.panel;
import static org.campaignledger.judging.model.Judged.recused;
import static org.campaignledger.judging.model.Judged.terms;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.judging.events.Terms;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Terms OF_TEN = terms(1, criterion("whole", 10, "1"));

    @Test
    void fullAgreementIsOne() {
        assertThat(Agreement.of(OF_TEN, List.of(panel("x", 3, 3), panel("y", 8, 8, 8))).alpha())
                .isEqualTo(Fraction.of(1, 1));
    }

    /** Totals 10 and 20, and 30 and 50: within 100·2 and 400·2, among all of them 3500·2 over ordered pairs. */
    @Test
    void alphaIsOneLessWhatDiffersWithinOverWhatDiffersAtAll() {
        Fraction alpha = Agreement.of(OF_TEN, List.of(panel("x", 1, 2), panel("y", 3, 5))).alpha();
        assertThat(alpha).isEqualTo(Fraction.of(4, 7));
    }

    @Test
    void thereIsNoAlphaWhereNothingCanDiffer() {
        assertThat(Agreement.of(OF_TEN, List.of(panel("x", 4), panel("y", 7))).alpha()).isNull();
        assertThat(Agreement.of(OF_TEN, List.of(panel("x", 4, 4), panel("y", 4, 4))).alpha()).isNull();
    }

    @Test
    void eachJudgeIsComparedWithTheOthersOfTheSameEntries() {
        Agreement agreement = Agreement.of(OF_TEN, List.of(
                panel("x", by("a", 2), by("b", 4), by("c", 6), recused("d", 10)), panel("y", by("a", 4), by("b", 4)),
                panel("z", by("a", 10))));
        Agreement.OfJudge a = agreement.judges().getFirst();
        assertThat(a.scores()).isEqualTo(3);
        assertThat(a.mean()).isEqualTo(Fraction.of(160, 3));
        assertThat(a.spread().toPlainString()).isEqualTo("41.6333");
        assertThat(a.compared()).isEqualTo(2);
        assertThat(a.deviation()).isEqualTo(Fraction.of(-15, 1));
        assertThat(agreement.judges()).extracting(Agreement.OfJudge::judge).containsExactly("a", "b", "c");
    }

    @Test
    void whoLiesMoreThanTenPointsFromTheOthersOnFiveEntriesStandsOut() {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            panels.add(panel("e" + i, by("mild", 8), by("one", 6), by("other", 6)));
        }
        assertThat(standingOut(panels)).isEmpty();
        panels.add(panel("fifth", by("mild", 8), by("one", 6), by("other", 6)));
        assertThat(standingOut(panels)).containsExactly("mild");
    }

    private static List<String> standingOut(List<Panel> panels) {
        return Agreement.of(OF_TEN, panels).judges().stream().filter(Agreement.OfJudge::standsOut)
                .map(Agreement.OfJudge::judge).toList();
    }
}
