package org.campaignledger.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.visit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens every sheet that the ledger gives out, and shows what is in it. Skipped, loudly, where there is none. */
@AtTheDoor
class AnOfficeOpensThemTest {

    private static final List<String> NAMES = List.of("mobilizations", "propagandists", "events", "reach-reports",
            "entries", "measures", "corrections", "progress", "targets", "categories", "trail", "showcase");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private final Ledger ledger;

    AnOfficeOpensThemTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
    }

    private static Optional<Path> office() {
        return Stream.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    @Test
    void everySheetOpensAndShowsItsRows() throws Exception {
        Optional<Path> office = office();
        if (office.isEmpty()) {
            System.err.println("""

                *****************************************************************************************
                *  SKIPPED: LibreOffice opens every exported file; the package libreoffice-calc is not  *
                *  on this machine.                                                                     *
                *****************************************************************************************
                """);
        }
        Assumptions.assumeTrue(office.isPresent(), "no LibreOffice on this machine");
        Map<String, String> expected = export();
        open(office.orElseThrow(), "xlsx");
        open(office.orElseThrow(), "csv", "--infilter=CSV:44,34,76");
        for (var file : expected.entrySet()) {
            Path shown = folder.resolve("shown").resolve(file.getKey().replaceAll("\\.\\w+$", ".csv"));
            assertThat(shown).as(file.getKey()).exists();
            assertThat(Files.readString(shown)).as(file.getKey()).contains(file.getValue());
        }
    }

    /** Every sheet, and what is to be seen in it. */
    private Map<String, String> export() throws IOException {
        Desk fujian = ledger.as("fj");
        fujian.recruits(person("表甲").with("person.phone", aPhone())).on("2019-06-01").isRecorded();
        long last = fujian.holds(visit("=1+1，“引号”厂").with("contacts", 30)).on("2019-06-01").isRecorded().position();
        Map<String, String> expected = new LinkedHashMap<>(Map.of("propagandists", "表甲", "events", "“引号”厂"));
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : NAMES) {
            Desk desk = name.equals("trail") || name.equals("corrections") ? ledger.asAuditor() : fujian;
            for (String format : List.of("xlsx", "csv")) {
                keep(files, name + "-as-" + format + "." + format, desk.reads("exports/" + name + "." + format
                        + "?waitFor=" + last), expected.getOrDefault(name, ""));
            }
        }
        for (String kind : NAMES.subList(0, 5)) {
            keep(files, "template-" + kind + ".xlsx", fujian.gets("/api/v1/imports/templates/" + kind
                    + ".xlsx?campaign="
                    + ledger.campaign()), "单位");
        }
        keep(files, "summary.xlsx", fujian.reads("reports/summary.xlsx"), "");
        return files;
    }

    private void keep(Map<String, String> files, String name, Answer answer, String shown) throws IOException {
        Files.write(folder.resolve(name), answer.isShown().bytes());
        files.put(name, shown);
    }

    private void open(Path office, String format, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(office.toString(), "-env:UserInstallation=" + folder.resolve(
                "profile").toUri(), "--headless", "--norestore", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.resolve("shown").toString()));
        command.addAll(List.of(more));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith("." + format)).sorted().forEach(command::add);
        }
        Path said = folder.resolve("said-" + format + ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice does not end: " + Files.readString(said));
        }
        assertThat(process.exitValue()).as(() -> said(said)).isZero();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).doesNotContain("Error");
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
