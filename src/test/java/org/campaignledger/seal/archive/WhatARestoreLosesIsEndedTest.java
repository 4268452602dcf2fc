package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.campaignledger.CampaignLedger;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.correction.FourEyes;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.AuthenticatorApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Secrets of apps and what tokens are known by are in no archive: a restore ends both as facts, by nobody's hand. */
class WhatARestoreLosesIsEndedTest {

    private static final String ANNA = "a-long-password-1";

    @TempDir
    private Path folder;

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void enrols(RunningLedger ledger, String name, String password) {
        JsonNode begun = ok(ledger.post(name, password, "/accounts/" + name + "/second-factor", ""));
        assertThat(begun.path("state").asString()).isEqualTo("BEGUN");
        ok(ledger.post(name, password, "/accounts/" + name + "/second-factor/confirm", "{\"code\":\"%s\"}".formatted(
                AuthenticatorApp.code(begun.path("secret").asString(), 0))));
        assertThat(ledger.get(name, password, "/accounts/" + name).body()).contains("second-factor-needed");
    }

    private static HttpResponse<String> asChecker(RunningLedger ledger, String path, String body) {
        return ledger.post("checker", RunningLedger.PASSWORD, path, body);
    }

    private Path archived() throws IOException {
        try (RunningLedger ledger = new RunningLedger(TestPostgres.freshDatabase(), folder.resolve("first"))) {
            ok(asChecker(ledger, "/accounts", """
                {"username":"anna","password":"%s","role":"AUDITOR"}""".formatted(ANNA)));
            ok(asChecker(ledger, "/accounts", """
                {"username":"bert","password":"%s","role":"AUDITOR"}""".formatted(ANNA)));
            enrols(ledger, "admin", RunningLedger.PASSWORD);
            enrols(ledger, "anna", ANNA);
            ok(ledger.post("bert", ANNA, "/accounts/bert/tokens", """
                {"name":"夜间报表","access":"READ","expiresOn":"%s"}""".formatted(LocalDate.now().plusDays(30))));
            long size = ledger.part(JdbcClient.class).sql("select max(position) from ledger_event").query(Long.class)
                    .single();
            await().atMost(Duration.ofSeconds(20)).until(() -> ledger.part(SealedLog.class).size() >= size);
            Path archive = folder.resolve("ledger.ledger.zip");
            try (OutputStream out = Files.newOutputStream(archive)) {
                ledger.part(ArchiveWriter.class).write(size, out);
            }
            return archive;
        }
    }

    private TestPostgres.Database restored(Path archive, Path data) throws IOException {
        Files.createDirectories(data.resolve("keys"));
        for (String key : new String[]{"natural.key", "master.key"}) {
            Files.copy(folder.resolve("first").resolve("keys").resolve(key), data.resolve("keys").resolve(key));
        }
        TestPostgres.Database into = TestPostgres.freshDatabase();
        PrintWriter out = new PrintWriter(new StringWriter(), true);
        assertThat(CampaignLedger.commands().writingTo(out, out).run("restore", archive.toString(), "--data-dir", data
                .toString(), "--spring.datasource.url=" + into.url(), "--spring.datasource.username=" + into.user(),
                "--spring.datasource.password=" + into.password()).orElseThrow()).isZero();
        return into;
    }

    @Test
    void whoeverHadASecondFactorEnrolsAgainAndNobodyIsTiedToThemForIt() throws IOException {
        Path data = folder.resolve("second");
        TestPostgres.Database database = restored(archived(), data);
        try (RunningLedger ledger = new RunningLedger(database, data)) {
            enrols(ledger, "admin", RunningLedger.PASSWORD);
            ok(asChecker(ledger, "/accounts/anna/password", "{\"password\":\"set after all\"}"));
            enrols(ledger, "anna", "set after all");
            assertThat(ledger.part(FourEyes.class).between("admin", "checker").tied()).isFalse();
            assertThat(types(ledger, "account:admin")).contains("SecondFactorReset");
            assertThat(types(ledger, "account:bert")).as("a token that nobody can use").contains("ApiTokenRevoked");
            JsonNode tokens = ok(ledger.get("checker", RunningLedger.PASSWORD, "/accounts/bert/tokens"));
            assertThat(tokens.at("/items/0/state").asString()).isEqualTo("REVOKED");
            // As a start leaves it that broke off after the rows were made and before the facts were recorded.
            ledger.part(JdbcClient.class).sql("delete from second_factor").update();
        }
        try (RunningLedger ledger = new RunningLedger(database, data)) {
            enrols(ledger, "anna", "set after all");
            enrols(ledger, "admin", RunningLedger.PASSWORD);
            long head = head(ledger);
            assertThat(ledger.get("anna", "set after all", "/accounts/anna").statusCode()).isEqualTo(401);
            assertThat(head(ledger)).as("what was ended is ended once").isEqualTo(head);
        }
    }

    private static long head(RunningLedger ledger) {
        return ledger.part(JdbcClient.class).sql("select max(position) from ledger_event").query(Long.class).single();
    }

    private static String types(RunningLedger ledger, String aggregate) {
        return ledger.part(JdbcClient.class).sql("""
            select string_agg(type, ' ' order by position) from ledger_event where aggregate_id = ?""")
                .param(aggregate).query(String.class).optional().orElse("");
    }
}
