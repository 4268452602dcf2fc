package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and every text that a page asks for is there. */
class PageTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9.-]+)");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\btext\\('([a-zA-Z0-9.-]+)'");

    private final Properties zh = read("pages.properties");
    private final Properties en = read("pages_en.properties");

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(PageFiles.RESOURCES.resolve(file))) {
            texts.load(reader);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(en.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(zh.stringPropertyNames());
    }

    @Test
    void bothLanguagesNameTheSamePlaces() {
        for (String key : zh.stringPropertyNames()) {
            assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(zh.getProperty(key)));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    @Test
    void noTextShouts() {
        assertThat(zh.values()).noneMatch(text -> text.toString().matches(".*[!！\\x{1F000}-\\x{1FFFF}].*"));
        assertThat(en.values()).noneMatch(text -> text.toString().matches(".*[!！\\x{1F000}-\\x{1FFFF}].*"));
    }

    @Test
    void everyTextOfATemplateIsThere() throws IOException {
        assertThat(keys("templates", ".html", IN_TEMPLATE, "")).isNotEmpty().allMatch(zh::containsKey);
    }

    @Test
    void everyTextOfAScriptIsThere() throws IOException {
        assertThat(keys("static/js", ".js", IN_SCRIPT, "js.")).isNotEmpty().allMatch(zh::containsKey);
    }

    private static Set<String> keys(String folder, String ending, Pattern pattern, String prefix) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : PageFiles.below(folder, ending)) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                keys.add(prefix + matcher.group(1));
            }
        }
        return keys;
    }

    @Test
    void scriptsGetTheirGroupsOnly() {
        assertThat(PageTexts.in(Language.EN).forScripts("season")).containsEntry("season.plan", "Plan")
                .doesNotContainKey("record.done");
    }
}
