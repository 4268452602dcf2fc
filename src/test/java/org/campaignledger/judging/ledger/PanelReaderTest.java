package org.campaignledger.judging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.model.Panel;
import org.junit.jupiter.api.Test;

/** What is gathered of an entry's scores is read as it was given. */
class PanelReaderTest {

    private final PanelReader reader = new PanelReader(new Terms(List.of(criterion("form"), criterion("craft"),
            criterion("content")), 2, List.of(), Terms.TRIMMED_MEAN_1, null));

    private static Criterion criterion(String name) {
        return new Criterion(name, 100, BigDecimal.ONE);
    }

    @Test
    void pointsComeInTheOrderOfTheRubric() {
        Panel panel = reader.panel("e", "a.b-c_1:40,2,100");
        assertThat(panel.entry()).isEqualTo("e");
        assertThat(panel.scores()).singleElement().satisfies(scored -> {
            assertThat(scored.judge()).isEqualTo("a.b-c_1");
            assertThat(scored.points()).containsExactly(100, 2, 40);
            assertThat(scored.recused()).isFalse();
        });
    }

    @Test
    void whoHasRecusedIsToldFromWhoHasNot() {
        assertThat(reader.panel("e", "a:1,2,3! b:0,0,0 c:4,5,6!").scores())
                .extracting(scored -> scored.judge() + scored.recused())
                .containsExactly("atrue", "bfalse", "ctrue");
    }

    @Test
    void anEntryThatNobodyHasScoredHasNoScores() {
        assertThat(reader.panel("e", "").scores()).isEmpty();
    }
}
