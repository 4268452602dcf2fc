package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalCatalogueTest {

    private static final Path PAGE = Path.of("docs/refusals.md");
    private static final String REWRITE = "refusals.rewrite";

    private final RefusalCatalogue catalogue = RefusalCatalogue.shipped();

    @Test
    void everyCodeHasATitleAndAMessageInBothLanguagesAndNothingElseDoes() {
        Set<String> expected = new TreeSet<>();
        catalogue.codes().forEach(code -> expected.addAll(List.of(code + ".title", code + ".message")));

        for (Language language : Language.values()) {
            assertThat(catalogue.keys(language)).filteredOn(key -> !key.startsWith("word."))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** What no code says is no refusal, and would be promised in vain. */
    @Test
    void everyCodeStandsInTheProductsCode() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(catalogue.codes()).allSatisfy(code -> assertThat(all).contains('"' + code + '"'));
    }

    @Test
    void bothLanguagesNameTheSameArgumentsAndWords() {
        for (String code : catalogue.codes()) {
            assertThat(new NamedText(catalogue.template(Language.ZH, code)).names()).as(code)
                    .isEqualTo(new NamedText(catalogue.template(Language.EN, code)).names());
        }
        assertThat(catalogue.keys(Language.ZH)).isEqualTo(catalogue.keys(Language.EN));
    }

    @Test
    void theToneIsCalmAndTheCodesAreKebabCase() {
        for (String code : catalogue.codes()) {
            assertThat(code).matches("[a-z0-9]+(-[a-z0-9]+)*");
            for (Language language : Language.values()) {
                assertThat(catalogue.title(language, code)).isNotBlank().doesNotContain("!", "！", "。", ".", "{");
                assertThat(catalogue.template(language, code)).isNotBlank().doesNotContain("!", "！")
                        .endsWith(language == Language.ZH ? "。" : ".");
            }
        }
    }

    @Test
    void argumentsAreShownAsAnOfficeWritesThem() {
        assertThat(catalogue.message(Language.EN, "wrong-type", Map.of("expected", "whole-number")))
                .isEqualTo("The type is wrong: a whole number is expected.");
        assertThat(catalogue.message(Language.ZH, "unknown-constant", Map.of("allowed", List.of("WEB", "APP"))))
                .isEqualTo("取值无效，可选：WEB、APP。");
        assertThat(catalogue.message(Language.ZH, "in-the-future", Map.of("today", LocalDate.of(2019, 6, 1))))
                .isEqualTo("日期不得晚于今天（2019-06-01）。");
        assertThat(catalogue.message(Language.EN, "implausible-figure", Map.of("max", new BigDecimal("1E+6"))))
                .contains("1000000");
        assertThat(catalogue.message(Language.EN, "out-of-range", Map.of("min", 0)))
                .isEqualTo("The number is out of range; at least 0.");
    }

    @Test
    void aPhaseThatTheDefinitionLacksIsNamedWithoutItsDates() {
        assertThat(catalogue.message(Language.EN, "phase-not-open", Map.of("phase", "MOBILISE", "from", "", "to", "")))
                .isEqualTo("The phase “launch and mobilisation” is not open.");
    }

    @Test
    void aCodeThatIsNotListedIsShownAsItIs() {
        assertThat(catalogue.title(Language.ZH, "brand-new")).isEqualTo("brand-new");
        assertThat(catalogue.message(Language.ZH, "brand-new", Map.of())).isEqualTo("brand-new");
        assertThat(catalogue.status("brand-new")).isEqualTo(422);
    }

    /** After a change of the codes: {@code mvn test -Dtest=RefusalCatalogueTest -Drefusals.rewrite=true}. */
    @Test
    void thePageListsExactlyTheseCodes() throws IOException {
        String page = page();
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("run again with -D%s=true", REWRITE).content().isEqualTo(page);
    }

    private String page() {
        return """
            # Refusals

            Every refusal is an RFC 9457 problem document (`application/problem+json`) with `type`
            (`%s` and the code), `title`, `status`, `detail`, `code`, `errors`
            (a list of `{field, code, message}`, empty where the code says it all) and, on a conflict and only for
            whom it may be shown to, `existing` (`{id, position}`). Codes are stable; texts follow `?lang=`, the
            cookie `lang` or Accept-Language. 429 and 503 carry `Retry-After` in seconds.

            The status is that of a refusal of this code. Inside `errors` of a refusal with another code, such as
            `malformed` or `validation-failed`, the status is that refusal's. A part in square brackets is left out
            where its argument is absent.

            This page is written by `mvn test -Dtest=RefusalCatalogueTest -Drefusals.rewrite=true` from
            `src/main/resources/refusals*.properties`.

            | code | status | 中文 | English |
            |---|---|---|---|
            """.formatted(RefusalWriter.TYPE_PREFIX) + catalogue.codes().stream()
                .sorted((one, other) -> {
                    int byStatus = Integer.compare(catalogue.status(one), catalogue.status(other));
                    return byStatus == 0 ? one.compareTo(other) : byStatus;
                })
                .map(this::row)
                .collect(Collectors.joining());
    }

    private String row(String code) {
        return "| `%s` | %d | %s：%s | %s: %s |%n".formatted(code, catalogue.status(code),
                catalogue.title(Language.ZH, code), catalogue.template(Language.ZH, code),
                catalogue.title(Language.EN, code), catalogue.template(Language.EN, code));
    }
}
