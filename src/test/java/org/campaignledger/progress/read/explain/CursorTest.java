package org.campaignledger.progress.read.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.campaignledger.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorThatWasGivenOutLeadsBack() {
        Cursor cursor = new Cursor(123_456_789_012L, 17);
        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
        assertThat(Cursor.of(null)).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "-1", "1-", "1-2-3", "a-b", "9999999999999999999-1", "1-99999", " 1-2", "1-2\n",
            "１-２"})
    void anyOtherIsRefused(String text) {
        assertThat(catchThrowableOfType(Refused.class, () -> Cursor.of(text)).code()).isEqualTo("bad-cursor");
    }
}
