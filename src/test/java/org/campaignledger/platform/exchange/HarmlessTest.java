package org.campaignledger.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell that is only to be read is a formula. */
class HarmlessTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatBeginsAsAFormulaIsAText(String cell) {
        assertThat(Harmless.text(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "主题宣讲", "1+1", "'=1"})
    void anythingElseStays(String cell) {
        assertThat(Harmless.text(cell)).isEqualTo(cell);
    }
}
