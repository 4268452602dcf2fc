package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mask shows a name's first character and a phone number's last two digits, and not how long anything is. */
class MaskedPersonTest {

    @ParameterizedTest
    @CsvSource({"name, 王小明, 王***", "name, 王明, 王***", "name, 王, ***", "name, 𠮷田, 𠮷***", "name, 𠮷, ***",
            "name, '', ***",
            "phone, 13800000042, ***42", "phone, +14155550042, ***42", "phone, 4, ***4",
            "idNumber, 11010119900101100X, ***", "nickname, 小明, ***"})
    void eachFieldHasItsOwn(String field, String value, String masked) {
        assertThat(MaskedPerson.of(Map.of(field, value))).isEqualTo(Map.of(field, masked));
    }

    @Test
    void whatIsNotGivenIsNotMadeUp() {
        assertThat(MaskedPerson.of(Map.of())).isEmpty();
    }
}
