package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure never reads as more than it is. */
class FiguresTest {

    private final Figures zh = new Figures(Language.ZH, PageTexts.in(Language.ZH));
    private final Figures en = new Figures(Language.EN, PageTexts.in(Language.EN));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | 0 | 0",
            "1712 | 1,712 | 1,712",
            "20000 | 20,000 | 20,000",
            "99999 | 99,999 | 99,999",
            "500000 | 50.0 万 | 500,000",
            "99999999 | 9,999.9 万 | 99.99 million",
            "100000000 | 1.00 亿 | 100.00 million",
            "123456789 | 1.23 亿 | 123.45 million",
            "-4978000 | −497.8 万 | −4.97 million",
            "2345678901 | 23.45 亿 | 2.34 billion"})
    void isShownAtAGlance(long figure, String chinese, String english) {
        assertThat(zh.amount(figure, "")).isEqualTo(chinese);
        assertThat(en.amount(figure, "人")).isEqualTo(english);
    }

    @Test
    void standsWithItsMeasureWordInChineseOnly() {
        assertThat(zh.amount(92, "场")).isEqualTo("92 场");
        assertThat(zh.amount(123_456_789, "人")).isEqualTo("1.23 亿人");
        assertThat(en.amount(92, "场")).isEqualTo("92");
    }

    @Test
    void aShareIsFullOnlyWhenTheTargetIsReached() {
        assertThat(zh.share(2999, 3000)).isEqualTo("99.9%");
        assertThat(zh.share(1712, 3000)).isEqualTo("57.1%");
        assertThat(zh.share(3000, 3000)).isEqualTo("100.0%");
        assertThat(zh.share(3102, 3000)).isEqualTo("103.4%");
    }

    @Test
    void aDifferenceHasItsSign() {
        assertThat(zh.signedShare(-92, 1804)).isEqualTo("−5.1%");
        assertThat(zh.signedShare(56, 1804)).isEqualTo("+3.1%");
        assertThat(zh.signedShare(1, 1804)).isEmpty();
        assertThat(zh.signedShare(5, 0)).isEmpty();
    }
}
