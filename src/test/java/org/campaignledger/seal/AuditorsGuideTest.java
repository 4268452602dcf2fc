package org.campaignledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide tells auditors to type works, in the order in which it stands there, in both languages. */
class AuditorsGuideTest {

    private static final String JAR = "java -jar campaign-ledger.jar ";
    private static final String PASSWORD = "auditors know";

    @TempDir
    private Path folder;

    private static List<String> commands(String guide) throws IOException {
        return Files.readAllLines(Path.of("docs", guide)).stream().filter(line -> line.startsWith(JAR))
                .map(line -> line.substring(JAR.length())).toList();
    }

    @Test
    void everyCommandOfTheGuideRuns() throws Exception {
        List<String> commands = commands("auditing.md");
        assertThat(commands).hasSizeGreaterThan(6).isEqualTo(commands("auditing.zh-CN.md"));
        try (RunningLedger ledger = new RunningLedger(TestPostgres.freshDatabase(), folder.resolve("data"))) {
            post(ledger, "/campaigns", Campaigns.of2019("2019").json().toString());
            post(ledger, "/accounts", """
                {"username":"auditor","password":"%s","role":"AUDITOR"}""".formatted(PASSWORD));
            for (String command : commands) {
                ProductProcess.Said said = ProductProcess.run(folder, Map.of("LEDGER_PASSWORD", PASSWORD),
                        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), arguments(command, ledger.url()));
                assertThat(said.exitCode()).as(command + "\n" + said.text()).isZero();
                assertThat(said.text()).as(command).isNotBlank();
            }
        }
    }

    /** As an AUDITOR who has a second factor does it. */
    @Test
    void aTokenThatReadsIsEnoughForThoseThatWantAnAccount() throws Exception {
        try (RunningLedger ledger = new RunningLedger(TestPostgres.freshDatabase(), folder.resolve("data"))) {
            post(ledger, "/campaigns", Campaigns.of2019("2019").json().toString());
            post(ledger, "/accounts", """
                {"username":"auditor","password":"%s","role":"AUDITOR"}""".formatted(PASSWORD));
            HttpResponse<String> made = ledger.post("auditor", PASSWORD, "/accounts/auditor/tokens", """
                {"name":"审计","access":"READ","expiresOn":"%s"}""".formatted(LocalDate.now().plusDays(9)));
            String token = made.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
            List<String> commands = commands("auditing.md").stream().filter(command -> command.contains("--user"))
                    .toList();
            assertThat(commands).hasSize(2);
            for (String command : commands) {
                ProductProcess.Said said = ProductProcess.run(folder, Map.of("LEDGER_TOKEN", token),
                        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), arguments(command, ledger.url()));
                assertThat(said.exitCode()).as(command + "\n" + said.text()).isZero();
                assertThat(said.text()).containsAnyOf("HOLDS", "EXPORTED").doesNotContain(token);
            }
        }
    }

    private static void post(RunningLedger ledger, String path, String body) {
        assertThat(ledger.post("admin", RunningLedger.PASSWORD, path, body).statusCode()).isEqualTo(201);
    }

    private static List<String> arguments(String command, String url) {
        List<String> arguments = new ArrayList<>(List.of(command.replace("http://localhost:8080", url).split(" ")));
        if (command.startsWith("restore")) {
            arguments.add("--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath());
        }
        return arguments;
    }
}
