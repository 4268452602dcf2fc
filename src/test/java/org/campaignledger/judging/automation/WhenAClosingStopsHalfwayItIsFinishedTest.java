package org.campaignledger.judging.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.campaignledger.door.JudgedCategory;
import org.campaignledger.judging.write.JudgingCommand;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Who closes a judging may die between the two steps. */
@AtTheDoor
class WhenAClosingStopsHalfwayItIsFinishedTest {

    private final JudgedCategory judging;
    private final Ledger ledger;

    WhenAClosingStopsHalfwayItIsFinishedTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger();
    }

    @Test
    void theLedgerMakesTheRankingByItselfAfterAWhile() {
        List<String> entries = judging.recommended("fj", 2);
        judging.opened();
        judging.assigned(entries.getFirst(), "judge-bj");
        judging.scores("judge-bj", entries.getFirst(), 5, 5).isDone();
        long ended = ledger.bean(Commands.class).send(new JudgingCommand.EndScoring(ledger.campaign() + "/activity",
                ledger.campaign(), "activity"), Commands.Origin.of(new Actor("host-activity", Role.HOST, "activity",
                        null))).lastPosition();
        String place = judging.host().path("categories/activity/judging?waitFor=" + ended);
        WhenAClosingStopsHalfwayItIsFinished closing = ledger.bean(WhenAClosingStopsHalfwayItIsFinished.class);
        assertThat(judging.host().gets(place).isShown().at("/stage").stringValue()).isEqualTo("ENDED");
        closing.finish(Duration.ofDays(1));
        assertThat(judging.host().gets(place).isShown().at("/stage").stringValue()).isEqualTo("ENDED");
        closing.finish(Duration.ofDays(-1));
        assertThat(judging.host().gets(place).isShown().at("/stage").stringValue()).isEqualTo("CLOSED");
        assertThat(judging.host().gets(judging.host().path("categories/activity/ranking")).isShown().at("/lines"))
                .hasSize(2);
    }
}
