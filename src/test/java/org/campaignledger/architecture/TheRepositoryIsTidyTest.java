package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay short, and name neither the hosts from which things are fetched nor folders of someone's machine. */
class TheRepositoryIsTidyTest {

    private static final int MOST_LINES = 400;

    /** Put together from halves, so that this file does not name what it looks for. */
    private static final List<Pattern> NOT_NAMED = Stream.of(
            "repo1?\\.(maven|spring)\\.", "registry\\.(npmjs|yarnpkg|terraform)", "registry-1\\.", "arti" + "factory",
            "jf" + "rog", "nex" + "us\\.", "files\\.pythonhosted", "py" + "pi\\.org", "proxy\\.golang", "gh"
                    + "cr\\.io",
            "qu" + "ay\\.io", "mirrors?\\.[a-z0-9-]+\\.(com|cn|org|edu|net)", "/ro" + "ot/", "/ho" + "me/[a-z]",
            "/Use" + "rs/[A-Za-z]", "C:\\\\\\\\Use" + "rs", "/wo" + "rk/(main|shared)", "/tm" + "p/[a-z]").map(
                    Pattern::compile).toList();

    @Test
    void noSourceIsLongerThanOneCanRead() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : Sources.below(Path.of("src"))) {
            long lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES) {
                tooLong.add(source + " has " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noFileNamesARegistryOrAMachine() throws IOException {
        List<Path> files = Sources.all(Path.of("."));
        assertThat(files).hasSizeGreaterThan(300).contains(Path.of(".", "pom.xml"));
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(named(file, Files.readAllBytes(file)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsNamedIsFound() {
        String host = "https://repo1." + "maven.example/x";
        assertThat(named(Path.of("a.xml"), ("first\n" + host + "\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("a.xml:2 " + host);
        assertThat(named(Path.of("b"), ("cd /ro" + "ot/x").getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(named(Path.of("c"), ("cd /ho" + "me/someone").getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(named(Path.of("d"), "repository of the campaign /var/lib/x".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static List<String> named(Path file, byte[] bytes) {
        List<String> found = new ArrayList<>();
        boolean binary = false;
        for (int i = 0; i < Math.min(bytes.length, 8_000); i++) {
            binary |= bytes[i] == 0;
        }
        if (binary) {
            return found;
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (NOT_NAMED.stream().anyMatch(pattern -> pattern.matcher(line).find())) {
                found.add(file + ":" + (i + 1) + " " + line.strip());
            }
        }
        return found;
    }
}
