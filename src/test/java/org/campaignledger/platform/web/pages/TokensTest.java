package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tokens can be read, and the ramp told apart, in light and dark, with any sight, and in grey. */
class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{6})");
    private static final double TEXT = 4.5;
    private static final double BORDER = 3;
    private static final double APART = 10;

    /** The sets of tokens; what dark and paper do not name is as in light. */
    enum Theme {

        LIGHT, DARK, WALL, PRINT;

        Map<String, Colour> tokens() throws IOException {
            String sheet = Files.readString(PageFiles.RESOURCES.resolve("static/css/tokens.css"));
            int dark = sheet.indexOf("prefers-color-scheme: dark");
            int wall = sheet.indexOf("[data-wall]");
            int print = sheet.indexOf("@media print");
            Map<String, Colour> tokens = read(sheet.substring(0, dark));
            switch (this) {
                case LIGHT -> {
                }
                case DARK -> tokens.putAll(read(sheet.substring(dark, wall)));
                case WALL -> tokens.putAll(read(sheet.substring(wall, print)));
                case PRINT -> tokens.putAll(read(sheet.substring(print)));
            }
            return tokens;
        }

        private static Map<String, Colour> read(String part) {
            Map<String, Colour> tokens = new HashMap<>();
            Matcher matcher = TOKEN.matcher(part);
            while (matcher.find()) {
                tokens.put(matcher.group(1), Colour.of(matcher.group(2)));
            }
            return tokens;
        }
    }

    @Test
    void theWallIsTheDarkOfEveryOtherPage() throws IOException {
        assertThat(Theme.WALL.tokens()).isEqualTo(Theme.DARK.tokens());
    }

    private static Colour colour(Map<String, Colour> tokens, String name) {
        Colour colour = tokens.get(name);
        assertThat(colour).as(name).isNotNull();
        return Objects.requireNonNull(colour);
    }

    @ParameterizedTest
    @EnumSource
    void textCanBeRead(Theme theme) throws IOException {
        Map<String, Colour> tokens = theme.tokens();
        for (String text : new String[]{"ink", "quiet", "red", "gold-ink"}) {
            for (String ground : new String[]{"paper", "sheet"}) {
                assertThat(colour(tokens, text).contrast(colour(tokens, ground))).as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
        assertThat(colour(tokens, "ink").contrast(colour(tokens, "gold-wash"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(colour(tokens, "quiet").contrast(colour(tokens, "rule"))).as("phase names")
                .isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeOperatedHasAnEdge(Theme theme) throws IOException {
        Map<String, Colour> tokens = theme.tokens();
        assertThat(colour(tokens, "edge").contrast(colour(tokens, "paper"))).isGreaterThanOrEqualTo(BORDER);
        assertThat(colour(tokens, "edge").contrast(colour(tokens, "sheet"))).isGreaterThanOrEqualTo(BORDER);
        assertThat(colour(tokens, "ramp-4").contrast(colour(tokens, "rule"))).as("bar on its track")
                .isGreaterThanOrEqualTo(BORDER);
    }

    @ParameterizedTest
    @EnumSource
    void everyTileCanBeRead(Theme theme) throws IOException {
        Map<String, Colour> tokens = theme.tokens();
        for (int step = 1; step <= 5; step++) {
            assertThat(colour(tokens, "ramp-" + step).contrast(colour(tokens, "on-ramp-" + step))).as("step " + step)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRampStaysApart(Theme theme) throws IOException {
        Map<String, Colour> tokens = theme.tokens();
        for (Colour.Sight sight : Colour.Sight.values()) {
            for (int step = 1; step < 5; step++) {
                Colour one = colour(tokens, "ramp-" + step).as(sight);
                Colour next = colour(tokens, "ramp-" + (step + 1)).as(sight);
                assertThat(one.distance(next)).as("%s: %s to the next", sight, step).isGreaterThanOrEqualTo(APART);
            }
        }
    }
}
