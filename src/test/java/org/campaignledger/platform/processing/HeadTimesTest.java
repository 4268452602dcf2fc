package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadTimesTest {

    private static final long NEVER = -1;

    private final HeadTimes heads = new HeadTimes();

    @Test
    void itKnowsWhenThePositionWasFirstPassed() {
        heads.seen(10, 100);
        heads.seen(10, 150);
        heads.seen(20, 200);
        assertThat(heads.passed(9, NEVER)).isEqualTo(100);
        assertThat(heads.passed(10, NEVER)).isEqualTo(200);
        assertThat(heads.passed(19, NEVER)).isEqualTo(200);
        assertThat(heads.passed(20, NEVER)).isEqualTo(NEVER);
    }

    @Test
    void aLedgerThatWasSetBackBeginsAnew() {
        heads.seen(10, 100);
        heads.seen(30, 300);
        heads.seen(20, 400);
        assertThat(heads.passed(15, NEVER)).isEqualTo(400);
        assertThat(heads.passed(20, NEVER)).isEqualTo(NEVER);
        assertThat(heads.passed(5, NEVER)).isEqualTo(100);
    }

    @Test
    void ofVeryManyTheFirstAndTheNewestAreKept() {
        long last = 20L * HeadTimes.MOST;
        for (long head = 1; head <= last; head++) {
            heads.seen(head, head);
        }
        assertThat(heads.passed(0, NEVER)).isEqualTo(1);
        for (long head = last - HeadTimes.MOST / 2 + 1; head < last; head++) {
            assertThat(heads.passed(head, NEVER)).isEqualTo(head + 1);
        }
        assertThat(heads.passed(last / 2, NEVER)).isBetween(last / 2, last);
    }
}
