package org.campaignledger.propagandist.read.propagandists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.propagandist.read.propagandists.PropagandistLikeness.EMPLOYER;
import static org.campaignledger.propagandist.read.propagandists.PropagandistLikeness.ID_NUMBER;
import static org.campaignledger.propagandist.read.propagandists.PropagandistLikeness.NAME;
import static org.campaignledger.propagandist.read.propagandists.PropagandistLikeness.PHONE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.junit.jupiter.api.Test;

class PropagandistLikenessTest {

    private int positions;

    private Compared person(String unit, Map<String, String> traits) {
        int position = ++positions;
        return ComparedPropagandists.blocked(new Compared("r" + position, position, unit, unit.replaceAll("-.*", ""),
                LocalDate.of(2019, 6, 1), List.of(), traits));
    }

    private static Likeness both(Compared one, Compared other) {
        Likeness likeness = PropagandistLikeness.of(one, other);
        assertThat(PropagandistLikeness.of(other, one)).isEqualTo(likeness);
        return likeness;
    }

    @Test
    void oneNameAndOneEmployerAreFound() {
        Compared one = person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", PHONE, "13800000011"));
        Compared other = person("GD", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", PHONE, "13800000077"));
        assertThat(both(one, other).reasons()).containsExactly(Reason.SAME_PERSON_NAME, Reason.SAME_EMPLOYER);
        assertThat(both(one, other).score()).isEqualTo(75);
        assertThat(one.blocks()).containsAnyElementsOf(other.blocks());
    }

    @Test
    void aSlipInThePhoneAndTheSameUnitMakeItSurer() {
        Likeness likeness = both(
                person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", PHONE, "13800000011")),
                person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织有限公司", PHONE, "13800000012")));
        assertThat(likeness.reasons()).containsExactly(Reason.SAME_PERSON_NAME, Reason.SIMILAR_EMPLOYER,
                Reason.SIMILAR_PHONE, Reason.SAME_UNIT);
        assertThat(likeness.score()).isEqualTo(85);
    }

    @Test
    void withoutAnEmployerTheUnitTells() {
        Compared one = person("FJ", Map.of(NAME, "云中鹤", PHONE, "13800000011"));
        Compared other = person("FJ-XM", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", ID_NUMBER, "1"));
        assertThat(both(one, other).reasons()).containsExactly(Reason.SAME_PERSON_NAME, Reason.UNIT_AND_ITS_PART);
        assertThat(both(one, other).score()).isEqualTo(55);
        assertThat(one.blocks()).containsAnyElementsOf(other.blocks());
        assertThat(both(one, person("GD", Map.of(NAME, "云中鹤"))).score()).isLessThan(50);
    }

    @Test
    void namesakesAreNot() {
        assertThat(both(person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", ID_NUMBER, "1")),
                person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司", ID_NUMBER, "2"))).score()).isLessThan(50);
        Likeness elsewhere = both(person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司")),
                person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "鹭岛医院")));
        assertThat(elsewhere.reasons()).contains(Reason.OTHER_EMPLOYER);
        assertThat(elsewhere.score()).isLessThan(50);
    }

    @Test
    void othersAreNotComparedAtAll() {
        Compared one = person("FJ", Map.of(NAME, "云中鹤", EMPLOYER, "榕江纺织公司"));
        Compared other = person("FJ", Map.of(NAME, "岳老三", EMPLOYER, "榕江纺织公司"));
        assertThat(both(one, other)).isEqualTo(Likeness.of(List.of()));
        assertThat(one.blocks()).doesNotContainAnyElementsOf(other.blocks());
    }

    @Test
    void nothingOfAPersonIsPrinted() {
        assertThat(person("FJ", Map.of(NAME, "云中鹤"))).hasToString("Compared[r1]");
    }
}
