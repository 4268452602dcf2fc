package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A flood of failed sign-ins fills counters, and no disk. */
class LinesAMinuteTest {

    private final AtomicLong now = new AtomicLong(7);
    private final LinesAMinute lines = new LinesAMinute(2, now::get);

    @Test
    void soManyAreWrittenAndTheRestIsToldWithTheNext() {
        assertThat(lines.take()).isZero();
        assertThat(lines.take()).isZero();
        assertThat(lines.take()).isNegative();
        assertThat(lines.take()).isNegative();
        now.addAndGet(59_999_999_999L);
        assertThat(lines.take()).isNegative();
        now.addAndGet(1);
        assertThat(lines.take()).isEqualTo(3);
        assertThat(lines.take()).isZero();
        assertThat(lines.take()).isNegative();
    }
}
