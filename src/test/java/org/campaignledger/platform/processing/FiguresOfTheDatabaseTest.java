package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** While the database is away metrics still come, and quickly. */
class FiguresOfTheDatabaseTest {

    @Test
    void aFigureIsTold() {
        assertThat(new FiguresOfTheDatabase().ask(() -> 7L)).isEqualTo(7L);
    }

    @Test
    void afterOneThatFailsNoOtherIsAsked() {
        FiguresOfTheDatabase figures = new FiguresOfTheDatabase();
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            assertThat(figures.ask(() -> {
                asked.incrementAndGet();
                throw new IllegalStateException("no connection within 3 s");
            }).doubleValue()).isNaN();
        }
        assertThat(asked).hasValue(1);
        assertThat(figures.ask(() -> 7L).doubleValue()).isNaN();
    }
}
