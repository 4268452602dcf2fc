package org.campaignledger.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How far something has come is a bar on a terminal, and plain lines elsewhere. */
class BarTest {

    private final StringWriter told = new StringWriter();

    @Test
    void onATerminalOneLineFillsUp() {
        Bar bar = new Bar(new PrintWriter(told), true);
        bar.show("rows", 50, 200, ", 10/s");
        assertThat(told.toString()).isEqualTo("\rrows ███████░░░░░░░░░░░░░░░░░░░░░ 50 of 200 (25 %), 10/s");
    }

    @Test
    void itIsTakenAwayBeforeWhatComesNext() {
        Bar bar = new Bar(new PrintWriter(told), true);
        bar.show("rows", 1, 2, "");
        String line = told.toString().substring(1);
        bar.end();
        assertThat(told.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    }

    @Test
    void elsewhereNothingIsDrawnOver() {
        Bar bar = new Bar(new PrintWriter(told), false);
        for (int i = 0; i < 1_000; i++) {
            bar.show("rows", i, 1_000, "");
        }
        bar.end();
        assertThat(told.toString()).doesNotContain("\r", "█");
    }

    @Test
    void aShareIsNeverMoreThanAllNorLessThanNothing() {
        assertThat(Bar.cells(1.7, 4)).isEqualTo("████");
        assertThat(Bar.cells(-1, 4)).isEqualTo("░░░░");
        assertThat(Bar.cells(0.5, 4)).isEqualTo("██░░");
    }
}
