package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the product is made of, as Maven has it: the page of licences names just that. The list of parts that is shipped in
 * the jar (CycloneDX) says the same, licences included; an offline build makes none, and there the page stands alone.
 * {@code -Dlicences.rewrite=true} writes it anew, from the list.
 */
class EveryComponentHasALicenceTest {

    private static final Path PAGE = Path.of("docs/licences.md");
    private static final String REWRITE = "licences.rewrite";

    /** Licences under which a part may be shipped with the product, unchanged, without any claim on the product itself. */
    private static final Pattern TAKEN = Pattern.compile(
            "Apache-2\\.0|MIT(-0)?|BSD-[23]-Clause|0BSD|CC0-1\\.0|EPL-[12]\\.0"
                    + "|LGPL-2\\.1-(only|or-later)|GPL-2\\.0-with-classpath-exception|Public Domain|Bouncy Castle Licence"
                    + "|Indiana University Extreme! Lab Software License|ISC|UPL-1\\.0|BSD");

    private static final String HEAD = """
        # Licences

        Every part that is shipped in the jar, and the licence that its publisher gives for it; where there are several, any \
        of them can be chosen. Versions and digests stand in the jar itself, in `META-INF/sbom/application.cdx.json` \
        (CycloneDX). `EveryComponentHasALicenceTest` compares the two in every build, and `-Dlicences.rewrite=true` writes \
        this page anew.

        The jar is the same for everybody: the same commit gives the same bytes. To see it, build twice and compare:

        ```
        mvn -B -q -DskipTests clean package && sha256sum target/campaign-ledger.jar
        ```

        | part | licence |
        |---|---|
        """;

    private static final Path PARTS = Path.of("target/parts.txt");
    private static final Path LIST = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Pattern PART = Pattern.compile("\\s+([\\w.-]+:[\\w.-]+):jar:.*");

    /** Names of the parts that Maven puts into the jar. */
    private static Set<String> shipped() throws IOException {
        Set<String> parts = new TreeSet<>();
        for (String line : Files.readAllLines(PARTS)) {
            Matcher part = PART.matcher(line);
            if (part.matches()) {
                parts.add(part.group(1));
            }
        }
        return parts;
    }

    /** Parts and licences of the list in the jar. */
    private static Map<String, String> listed() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        JsonMapper.shared().readTree(Files.readString(LIST)).get("components").forEach(part -> parts.put(part.path(
                "group")
                .asString("") + ":" + part.path("name").asString(""), licences(part)));
        return parts;
    }

    private static String licences(JsonNode part) {
        List<String> names = new ArrayList<>();
        part.path("licenses").forEach(each -> names.add(each.path("expression").asString(each.path("license").path("id")
                .asString(each.path("license").path("name").asString("")))));
        return String.join(", ", names.stream().distinct().sorted().toList());
    }

    private static Map<String, String> page() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| [^ ]+:[^ ]+ \\| .* \\|")).forEach(line -> {
            String[] cells = line.substring(2, line.length() - 2).split(" \\| ", 2);
            assertThat(parts.put(cells[0], cells[1])).as(cells[0] + " stands twice").isNull();
        });
        return parts;
    }

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean(REWRITE)) {
            StringBuilder page = new StringBuilder(HEAD);
            listed().forEach((part, licence) -> page.append("| ").append(part).append(" | ").append(licence).append(
                    " |\n"));
            Files.writeString(PAGE, page.toString());
        }
    }

    @Test
    void thePageNamesEveryPartAndNoOther() throws IOException {
        assertThat(shipped()).hasSizeGreaterThan(100).contains("org.postgresql:postgresql");
        assertThat(page().keySet()).containsExactlyInAnyOrderElementsOf(shipped());
    }

    @Test
    void everyPartMayBeShipped() throws IOException {
        List<String> notTaken = new ArrayList<>();
        page().forEach((part, licence) -> {
            if (Stream.of(licence.split(", | OR ")).noneMatch(each -> TAKEN.matcher(each.replaceAll("[()]", ""))
                    .matches())) {
                notTaken.add(part + ": " + licence);
            }
        });
        assertThat(notTaken).isEmpty();
    }

    @Test
    void theListInTheJarSaysTheSame() throws IOException {
        assumeTrue(Files.exists(LIST), "an offline build makes no list of parts");
        assertThat(listed()).isEqualTo(page());
    }

    /** Where others publish their parts is their business. */
    @Test
    void theListInTheJarNamesNoPlaceOfPublication() throws IOException {
        assumeTrue(Files.exists(LIST), "an offline build makes no list of parts");
        assertThat(Files.readString(LIST)).doesNotContain("distribution-intake").doesNotContainPattern(
                "https?://[^/\"]*(maven|sonatype|nex" + "us|mirror)[^/\"]*");
    }
}
