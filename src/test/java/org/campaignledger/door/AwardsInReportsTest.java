package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Awards in the summing-up: of closed categories, to those who may know whose they are (rule 15). */
@AtTheDoor
class AwardsInReportsTest {

    private final JudgedCategory judging;

    AwardsInReportsTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
    }

    private String report(Desk who, long position) {
        return who.reads("reports/summary.html?kind=final&position=" + position).isFound().text();
    }

    @Test
    void nothingIsToldWhileJudgingIsOpenAndAwardsAfterwards() {
        Ledger ledger = judging.ledger();
        List<String> entries = judging.scored();
        long open = ledger.head();
        assertThat(report(ledger.asAuditor(), open)).contains("正在评审").doesNotContain("一等奖");
        judging.closes().isDone();
        Answer award = judging.awards(ledger.as("host-activity"), entries.getLast(), "一等奖").isRecorded();
        assertThat(report(ledger.asAuditor(), award.position())).contains("一等奖", "广东省").doesNotContain("正在评审");
        assertThat(report(ledger.as("gd"), award.position())).contains("一等奖");
        assertThat(report(ledger.as("fj"), award.position())).doesNotContain("一等奖");
        assertThat(report(ledger.as("host-video"), award.position())).doesNotContain("一等奖");
        assertThat(report(ledger.as("judge-bj"), award.position())).doesNotContain("一等奖");
        assertThat(report(ledger.asAuditor(), open)).doesNotContain("一等奖");
    }
}
