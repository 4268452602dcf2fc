package org.campaignledger.platform.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @Test
    void textsAreComparedByNeighbouringCharacters() {
        assertThat(Similarity.bigrams("职工之家")).isEqualTo(Set.of("职工", "工之", "之家"));
        assertThat(Similarity.bigrams("家")).isEqualTo(Set.of("家"));
        assertThat(Similarity.bigrams("")).isEmpty();
        assertThat(Similarity.bigrams("𠮷野家")).isEqualTo(Set.of("𠮷野", "野家"));
        assertThat(Similarity.dice("职工之家", "职工之家")).isEqualTo(1);
        assertThat(Similarity.dice("职工之家", "职工书屋")).isEqualTo(2.0 / 6);
        assertThat(Similarity.dice("", "职工之家")).isZero();
        assertThat(Similarity.dice("", "")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"榕江纺织公司工会, 榕江纺织公司工会委员会", "榕江纺织有限公司工会, 榕江纺织公司工会",
            "榕江纺织股份有限公司, 榕江纺织公司", "委员会, 委员会"})
    void whatHasMostInCommonIsAlike(String one, String other) {
        assertThat(Similarity.alike(one, other)).isTrue();
        assertThat(Similarity.alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"榕江市第一实验小学工会, 榕江市第二实验小学工会", "榕江市12中学工会委员会, 榕江市13中学工会委员会",
            "榕江纺织公司工会, 鹭岛食品公司工会",
            "榕江市纺织有限责任公司工会委员会, 榕江市食品有限责任公司工会委员会"})
    void whatIsNumberedOrNamedOtherwiseIsNot(String one, String other) {
        assertThat(Similarity.alike(one, other)).isFalse();
        assertThat(Similarity.alike(other, one)).isFalse();
    }

    @Test
    void onePlaceMayStandInAnother() {
        assertThat(Similarity.alikeOrPart("职工之家", "榕江市总工会大楼二层职工之家报告厅")).isTrue();
        assertThat(Similarity.alikeOrPart("榕江市总工会大楼二层职工之家报告厅", "职工之家")).isTrue();
        assertThat(Similarity.alikeOrPart("工会", "榕江市总工会大楼")).isFalse();
        assertThat(Similarity.alikeOrPart("", "榕江市总工会大楼")).isFalse();
        assertThat(Similarity.alikeOrPart("大礼堂", "文化宫")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"REG100001, REG100002, true", "REG100012, REG100021, true", "13800000011, 13800000010, true",
            "A1, 1A, true", "REG100001, REG100001, false", "REG100001, REG10001, false", "REG100001, REG100022, false",
            "REG123456, REG124365, false", "AB, CD, false"})
    void aSlipOfThePenIsOneCharacterOrTwoTheWrongWay(String one, String other, boolean slip) {
        assertThat(Similarity.oneSlipApart(one, other)).isEqualTo(slip);
        assertThat(Similarity.oneSlipApart(other, one)).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "100, 90, true", "100, 89, false", "1, 1, true", "0, 0, false", "0, 1, false"})
    void numbersAreAlikeUpToATenth(long one, long other, boolean alike) {
        assertThat(Similarity.aTenthApart(one, other)).isEqualTo(alike);
        assertThat(Similarity.aTenthApart(other, one)).isEqualTo(alike);
    }
}
