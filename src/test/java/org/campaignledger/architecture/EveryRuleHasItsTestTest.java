package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** House rule 4: a rule is a class named as the sentence it enforces; and each has a test named as the rule. */
class EveryRuleHasItsTestTest {

    private static final Path RULES = Path.of("src", "main", "java", "org", "campaignledger", "platform", "rules");

    private static List<String> namesBelow(Path folder) throws IOException {
        return Sources.below(folder).stream().map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toList());
    }

    /** At least three words: subject, verb and what is said of it. */
    private static boolean isASentence(String name) {
        return name.matches("([A-Z][a-z]*){3,}");
    }

    @Test
    void ofThoseThatEveryRecordKeeps() throws IOException {
        List<String> rules = namesBelow(RULES).stream().filter(EveryRuleHasItsTestTest::isASentence)
                .filter(name -> !name.startsWith("CampaignRules")).toList();
        assertThat(rules).hasSizeGreaterThanOrEqualTo(5);
        List<String> tests = namesBelow(Path.of("src", "test", "java"));
        assertThat(tests).containsAll(rules.stream().map(rule -> rule + "Test").toList());
    }

    @Test
    void aNameThatIsNoSentenceIsNone() {
        assertThat(isASentence("ItOccurredInsideTheWindow")).isTrue();
        assertThat(isASentence("WindowValidator")).isFalse();
        assertThat(isASentence("Rules")).isFalse();
    }
}
