package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Papers on security promise a good deal: whatever they name as an answer is there. */
class ThePapersOnSecurityTest {

    private static final Path CHECKLIST = Path.of("docs/asvs.md");
    private static final Path THREATS = Path.of("docs/threat-model.md");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w+");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+(/[\\w.-]+)*\\.(md|yaml|xml)");
    private static final Pattern LINE = Pattern.compile("\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| ([^|]+) \\| ([^|]+) \\|");

    /** Requirements of levels 1 and 2 in version 5.0.0, and those of level 3 that are asked for besides. */
    private static final int LEVELS_ONE_AND_TWO = 253;
    private static final List<String> LEVEL_THREE = List.of("2.3.5", "14.2.7", "14.2.8", "16.5.4");

    private static final Set<String> NAMES_OF_THE_WEB = Set.of("Secure");

    @Test
    void whatThePapersNameIsThere() throws IOException {
        List<String> absent = new ArrayList<>(absent(Files.readString(CHECKLIST)));
        absent.addAll(absent(Files.readString(THREATS)));
        assertThat(absent).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissed() throws IOException {
        assertThat(absent("`HouseRulesTest` `NoSuchTest` `docs/pages.md` `docs/no-such.md`")).containsExactly(
                "NoSuchTest",
                "docs/no-such.md");
    }

    private static List<String> absent(String paper) throws IOException {
        Set<String> classes = Sources.below(Path.of("src")).stream().map(file -> String.valueOf(file.getFileName())
                .replace(".java", "")).collect(Collectors.toSet());
        List<String> absent = new ArrayList<>();
        Matcher named = NAMED.matcher(paper);
        while (named.find()) {
            String name = named.group(1);
            boolean there = CLASS.matcher(name).matches()
                    ? classes.contains(name) || NAMES_OF_THE_WEB.contains(name)
                    : !FILE.matcher(name).matches() || Files.exists(Path.of(name));
            if (!there) {
                absent.add(name);
            }
        }
        return absent;
    }

    @Test
    void everyRequirementHasItsLineAndEveryLineAnAnswer() throws IOException {
        List<String> numbers = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        int before = 0;
        for (String line : Files.readAllLines(CHECKLIST)) {
            Matcher row = LINE.matcher(line);
            if (!row.matches()) {
                assertThat(line).doesNotContainPattern("^\\| \\d");
                continue;
            }
            numbers.add(row.group(1) + "." + row.group(2) + "." + row.group(3));
            int place = Integer.parseInt(row.group(1)) * 10_000 + Integer.parseInt(row.group(2)) * 100 + Integer
                    .parseInt(row
                            .group(3));
            assertThat(place).as(line).isGreaterThan(before);
            before = place;
            String answer = row.group(5);
            if (!answer.startsWith("not applicable: ") && !answer.startsWith("missing: ") && !answer.startsWith("`")) {
                unanswered.add(line);
            }
        }
        assertThat(unanswered).isEmpty();
        assertThat(numbers).hasSize(LEVELS_ONE_AND_TWO + LEVEL_THREE.size()).containsAll(LEVEL_THREE);
    }
}
