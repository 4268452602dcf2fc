package org.campaignledger.correction.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

    @Test
    void everyReasonHasWordsOfItsOwnInBothLanguages() {
        Set<String> words = new HashSet<>();
        for (Reason reason : Reason.values()) {
            assertThat(ReasonTexts.of(reason, Language.ZH)).matches(".*\\p{IsHan}.*");
            assertThat(ReasonTexts.of(reason, Language.EN)).matches("[A-Z][\\x20-\\x7E]+");
            words.add(ReasonTexts.of(reason, Language.ZH));
            words.add(ReasonTexts.of(reason, Language.EN));
        }
        assertThat(words).hasSize(2 * Reason.values().length);
    }

    @Test
    void thePageListsExactlyTheseReasons() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs", "duplicates.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| -?\\d+ .*")).toList();
        assertThat(rows).containsExactlyElementsOf(Arrays.stream(Reason.values()).map(
                reason -> "| `%s` | %d | %s | %s |"
                        .formatted(reason.code(), reason.points(), ReasonTexts.of(reason, Language.ZH), ReasonTexts.of(
                                reason,
                                Language.EN)))
                .toList());
    }
}
