package org.campaignledger.mobilization.read.mobilizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MobilizationLikenessTest {

    private final AtomicInteger positions = new AtomicInteger();

    private Compared union(String unit, String name, @Nullable String code,
            @Nullable String employees) {
        Map<String, String> traits = new HashMap<>(Map.of(MobilizationLikeness.NAME, name));
        if (code != null) {
            traits.put(MobilizationLikeness.CODE, code);
        }
        if (employees != null) {
            traits.put(MobilizationLikeness.EMPLOYEES, employees);
        }
        int position = positions.incrementAndGet();
        return new Compared("r" + position, position, unit, unit.replaceAll("-.*", ""), LocalDate.of(2019, 6, 1),
                List.of(), traits);
    }

    private static Likeness both(Compared one, Compared other) {
        Likeness likeness = MobilizationLikeness.of(one, other);
        assertThat(MobilizationLikeness.of(other, one)).isEqualTo(likeness);
        return likeness;
    }

    @Test
    void aUnionUnderTwoCodesIsFound() {
        Likeness likeness = both(union("FJ", "榕江纺织公司工会", "REG100001", "200"),
                union("FJ", "榕江纺织公司工会", "REG100007", "210"));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_NAME_OTHER_CODE, Reason.SIMILAR_CODE,
                Reason.SIMILAR_EMPLOYEES, Reason.SAME_UNIT);
        assertThat(likeness.score()).isEqualTo(100);
    }

    @Test
    void aUnionOnceWithACodeAndOnceWithoutIsFound() {
        Likeness likeness = both(union("FJ", "榕江纺织公司工会", "REG100001", null),
                union("FJ-XM", "榕江纺织公司工会", null, "10"));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_NAME_WITHOUT_CODE, Reason.UNIT_AND_ITS_PART);
        assertThat(likeness.score()).isEqualTo(90);
    }

    @Test
    void ofTwoProvincesItIsLessLikely() {
        Likeness likeness = both(union("FJ", "榕江纺织公司工会", "REG100001", null),
                union("GD", "榕江纺织公司工会", "REG999999", null));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_NAME_OTHER_CODE);
        assertThat(likeness.score()).isEqualTo(65);
    }

    @Test
    void aSimilarNameIsFoundAndRanksBelow() {
        Likeness likeness = both(union("FJ", "榕江纺织公司工会", "REG100001", null),
                union("FJ", "榕江纺织公司工会委员会", "REG777777", null));
        assertThat(likeness.reasons()).containsExactly(Reason.SIMILAR_NAME, Reason.SAME_UNIT);
        assertThat(likeness.score()).isEqualTo(50);
    }

    @Test
    void otherUnionsOfAUnitAreNot() {
        assertThat(both(union("FJ", "榕江纺织公司工会", "REG100001", "200"),
                union("FJ", "鹭岛食品公司工会", "REG100002", "200")).score()).isZero();
        assertThat(both(union("FJ", "榕江市第一实验小学工会", null, null),
                union("FJ", "榕江市第二实验小学工会", null, null)).score()).isZero();
    }

    @Test
    void unionsOfOneNameOrOfSimilarNamesShareABlock() {
        Compared one = union("FJ", "榕江纺织公司工会", "REG100001", null);
        Compared longer = union("FJ-XM", "榕江纺织公司工会委员会", null, null);
        Compared elsewhere = union("GD", "榕江纺织公司工会", null, null);
        Compared other = union("FJ", "鹭岛食品厂工会", null, null);
        Map<String, List<String>> blocks = new HashMap<>();
        ComparedMobilizations.blocked(List.of(one, longer, elsewhere, other))
                .forEach(union -> blocks.put(union.recordId(), union.blocks()));
        assertThat(blocks.get(one.recordId())).containsAnyElementsOf(blocks.get(longer.recordId()))
                .containsAnyElementsOf(blocks.get(elsewhere.recordId()))
                .doesNotContainAnyElementsOf(blocks.get(other.recordId()));
        assertThat(blocks.get(longer.recordId())).doesNotContainAnyElementsOf(blocks.get(elsewhere.recordId()));
    }
}
