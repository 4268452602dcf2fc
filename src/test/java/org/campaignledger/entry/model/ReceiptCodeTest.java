package org.campaignledger.entry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipt codes: read out over the telephone, typed as one likes, guessed by nobody. */
class ReceiptCodeTest {

    private static final BinaryOperator<String> ONE = (kind, text) -> kind + "|" + text + "|secret";
    private static final BinaryOperator<String> OTHER = (kind, text) -> kind + "|" + text + "|other";

    @Test
    void aCodeIsFourTimesFourPlainCharacters() {
        assertThat(ReceiptCode.of("entry", ONE)).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    }

    @Test
    void theSameEntryHasTheSameCodeAndNoOtherHas() {
        assertThat(ReceiptCode.of("entry", ONE)).isEqualTo(ReceiptCode.of("entry", ONE))
                .isNotEqualTo(ReceiptCode.of("entry", OTHER));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(ReceiptCode.of("entry-" + i, ONE));
        }
        assertThat(codes).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123-45AB-CDEF-GH1J", "0123 45ab cdef gh1j", "o12345ABCDEFGHIJ", "O123-45AB-CDEF-GHLJ"})
    void aCodeIsTypedAsOneLikes(String typed) {
        assertThat(ReceiptCode.key(typed, ONE)).isEqualTo(ReceiptCode.key("012345ABCDEFGH1J", ONE));
    }
}
