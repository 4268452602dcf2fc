package org.campaignledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged and compared has one form; what people read keeps its punctuation. */
class NormalFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"讲文明，树新风！ | 讲文明，树新风！", "（ＡＢ１２）工会 | （AB12）工会", "“好网民”……论坛 | “好网民”……论坛",
            "'  福州\u3000\u3000演出 ' | 福州 演出", "ｶﾞ | ガ", "A\u200B B | A B"})
    void whatPeopleReadKeepsItsPunctuation(String raw, String written) {
        assertThat(NormalForm.written(raw)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenInTwoWaysIsComparedAsOne() {
        assertThat(NormalForm.nameKey("讲文明，树新风")).isEqualTo(NormalForm.nameKey("讲文明,树新风"))
                .isEqualTo(NormalForm.nameKey(NormalForm.written("讲文明， 树新风")));
        assertThat(NormalForm.code(" ab 12 ")).isEqualTo("AB12");
    }

    @ParameterizedTest
    @CsvSource({"+86 138-0000-0001, 13800000001", "0086(138)00000001, 13800000001", "8613800000001, 13800000001",
            "＋86１３８00000001, 13800000001", "+85212345678, +85212345678"})
    void aPhoneHasNoCountryCodeOfItsOwn(String raw, String phone) {
        assertThat(NormalForm.phone(raw)).isEqualTo(phone);
    }
}
