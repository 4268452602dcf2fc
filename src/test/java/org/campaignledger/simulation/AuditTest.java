package org.campaignledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit after a simulation is no formality: it notices what is missing. */
@AtTheDoor
class AuditTest {

    private final Ledger ledger;
    private long union;

    AuditTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
    }

    @BeforeEach
    void someRecords() {
        union = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        ledger.as("gd").holds(anEvent().meeting(5)).on("2019-06-02").isRecorded();
    }

    private Fold fold() {
        return Fold.ofTheTrailOf(ledger, ledger.head());
    }

    private List<String> audited(Fold fold) {
        return Audit.of(ledger, fold, 1, 3);
    }

    @Test
    void nothingIsWrong() {
        assertThat(audited(fold())).isEmpty();
    }

    @Test
    void aFigureThatRestsOnNoEvent() {
        List<String> problems = audited(fold().without(union));
        assertThat(problems).contains("head: organizations: expected 0, found 1",
                "head: organizations of FJ: expected 0, found 1").anyMatch(problem -> problem.startsWith(
                        "mobilizations with waitFor="));
    }

    @Test
    void aRowThatIsMissing() {
        ledger.asAuditor().reads("mobilizations?waitFor=" + union).isShown();
        ledger.database().sql("delete from mobilization_register where position = ?").param(union).update();
        assertThat(audited(fold())).isNotEmpty().allMatch(problem -> problem.startsWith("mobilizations with"));
    }
}
