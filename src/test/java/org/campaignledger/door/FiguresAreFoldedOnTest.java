package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import java.time.Duration;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** What comes in its turn is added to the balance; only what comes late has it made anew. */
@AtTheDoor
class FiguresAreFoldedOnTest {

    private final Ledger ledger;

    FiguresAreFoldedOnTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
    }

    private String generation() {
        return ledger.database().sql("select max(begun_at)::text from progress_generation").query(String.class)
                .single();
    }

    private void recordsOne() {
        long position = ledger.as("fj").holds(anEvent().meeting(1)).on("2019-06-01").isRecorded().position();
        ProjectionPositions positions = ledger.all(ProjectionPositions.class).iterator().next();
        assertThat(positions.await("progress", position, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void tenRecordsInTurnDoNotMakeTheBalanceAnew() {
        recordsOne();
        String before = generation();
        for (int i = 0; i < 10; i++) {
            recordsOne();
        }
        assertThat(generation()).isEqualTo(before);
    }
}
