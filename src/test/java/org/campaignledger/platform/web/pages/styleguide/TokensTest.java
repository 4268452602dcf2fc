package org.campaignledger.platform.web.pages.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of components shows what the sheet of tokens holds, and nothing else. */
class TokensTest {

    @Test
    void aSheetIsReadInLightAndDark() {
        Tokens tokens = Tokens.of("""
            :root { --ink: #1f2328; --red: #b8322a; --on-red: #ffffff; --text-2: 1.2rem; --space-3: 12px; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; } }
            :root[data-wall] { --ink: #000000; }""");
        assertThat(tokens.colours()).containsExactly(new Tokens.Colour("ink", "#1f2328", "#e8e4dc", ""),
                new Tokens.Colour("red", "#b8322a", "#b8322a", "on-red"));
        assertThat(tokens.sizes()).containsExactly(new Tokens.Size("text-2", "1.2rem"));
        assertThat(tokens.spaces()).containsExactly(new Tokens.Space("space-3", "12px", "12"));
    }

    @Test
    void theShippedSheetHasAllOfThem() throws IOException {
        Tokens tokens = Tokens.of(Files.readString(Path.of("src/main/resources/static/css/tokens.css")));
        assertThat(tokens.colours()).extracting(Tokens.Colour::name).contains("paper", "ink", "red", "gold", "ramp-1",
                "ramp-5");
        assertThat(tokens.sizes()).hasSize(6);
        assertThat(tokens.spaces()).hasSize(8);
    }
}
