package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages live under a content policy that runs and styles nothing but the product's own files. */
class StrictPolicyTest {

    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("<style\\b"),
            Pattern.compile("\\s(th:)?style="),
            Pattern.compile("\\s(th:)?on[a-z]+="),
            Pattern.compile("javascript:"),
            Pattern.compile("(src|href)=\"(https?:)?//"),
            Pattern.compile("<script\\b(?![^>]*(\\bsrc=|th:src=|type=\"application/json\"))"));

    private static List<String> offences(String html) {
        List<String> offences = new ArrayList<>();
        for (Pattern pattern : FORBIDDEN) {
            if (pattern.matcher(html.replace("xmlns:th=\"http://", "")).find()) {
                offences.add(pattern.pattern());
            }
        }
        return offences;
    }

    @Test
    void noTemplateHasInlineScriptOrStyle() throws IOException {
        for (Path template : PageFiles.below("templates", ".html")) {
            assertThat(offences(Files.readString(template))).as(template.toString()).isEmpty();
        }
    }

    @Test
    void noSheetOrScriptReachesElsewhere() throws IOException {
        List<Path> files = new ArrayList<>(PageFiles.below("static", ".css"));
        files.addAll(PageFiles.below("static", ".js"));
        for (Path file : files) {
            assertThat(Files.readString(file)).as(file.toString())
                    .doesNotContainPattern("(url\\(|from |import\\()['\"]?(https?:)?//");
        }
    }

    /** The guard itself, seen to fail. */
    @ParameterizedTest
    @ValueSource(strings = {"<script>run()</script>", "<p style=\"color:red\">", "<p onclick=\"run()\">", "<style>",
            "<script type=\"module\">run()</script>", "<a href=\"javascript:run()\">", "<img src=\"//elsewhere\">"})
    void theGuardFindsWhatItIsFor(String html) {
        assertThat(offences(html)).isNotEmpty();
    }
}
