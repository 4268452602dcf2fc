package org.campaignledger.platform.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RareBigramsTest {

    private static final String CHARACTERS = "榕江鹭岛纺织食品机械公司工会";

    private static List<String> names(int count) {
        Random random = new Random(20190601);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder(i % 3 == 0 && i > 0 ? names.get(i - 1) : "");
            for (int more = random.nextInt(1, 6); more > 0; more--) {
                name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            names.add(name.toString());
        }
        return names;
    }

    @Test
    void noTwoNamesThatAreAlikeAreMissed() {
        List<String> names = names(600);
        RareBigrams rare = new RareBigrams(names);
        int alike = 0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (Similarity.dice(names.get(i), names.get(j)) >= Similarity.ALIKE) {
                    alike++;
                    assertThat(rare.of(names.get(i))).as(names.get(i) + " and " + names.get(j))
                            .containsAnyElementsOf(rare.of(names.get(j)));
                }
            }
        }
        assertThat(alike).isGreaterThan(100);
    }

    @Test
    void whatIsCommonToAllBringsNobodyTogether() {
        RareBigrams rare = new RareBigrams(List.of("榕江纺织厂工会委员会", "鹭岛食品厂工会委员会", "武夷机械厂工会委员会"));
        assertThat(rare.of("榕江纺织厂工会委员会")).hasSize(3).doesNotContain("工会", "委员");
        assertThat(rare.of("")).isEmpty();
    }

    @Test
    void theOrderOfTheTextsDoesNotMatter() {
        List<String> names = names(100);
        List<String> turned = new ArrayList<>(names);
        Collections.reverse(turned);
        assertThat(names).allSatisfy(name -> assertThat(new RareBigrams(turned).of(name))
                .isEqualTo(new RareBigrams(names).of(name)));
    }
}
