package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.account.RunningLedger.PASSWORD;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsThroughTheDoorTest {

    private RunningLedger ledger;

    @BeforeAll
    void start(@TempDir Path folder) {
        ledger = new RunningLedger(TestPostgres.freshDatabase(), folder);
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void anAccountSignsInFromTheAnswerOn() {
        HttpResponse<String> opened = open("fj", "REPORTER", "\"FJ\"");
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).hasValue("/api/v1/accounts/fj");

        HttpResponse<String> own = ledger.get("fj", "a long password",
                "/accounts/fj?waitFor=" + opened.headers().firstValue("Ledger-Position").orElseThrow());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains("\"madeBy\":\"admin\"", "\"scope\":\"FJ\"").doesNotContain("argon2", "unit");
        assertThat(ledger.get("fj", "a long password", "/accounts/admin").statusCode()).isEqualTo(404);
        assertThat(ledger.get("fj", "a long password", "/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsWritten() {
        long before = ledger.part(LedgerStore.class).head();
        assertThat(post("/accounts", "{\"username\":\"a b\",\"password\":\"x\",\"role\":\"ADMIN\",\"unit\":\"FJ\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .extracting(HttpResponse::body).asString()
                .contains("invalid-code", "weak-password", "scope-not-taken");
        assertThat(post("/accounts", "{}").body()).contains("\"username\"", "\"password\"", "\"role\"", "missing");
        assertThat(open("x", "SYSTEM", "null").statusCode()).isEqualTo(400);
        assertThat(ledger.part(LedgerStore.class).head()).isEqualTo(before);
    }

    @Test
    void itsHolderChangesThePasswordAndTheOldOneEndsAtOnce() {
        open("gd", "REPORTER", "\"GD\"");
        assertThat(ledger.get("gd", "a long password", "/accounts/gd").statusCode()).isEqualTo(200);
        assertThat(ledger.post("gd", "a long password", "/accounts/gd/password", "{\"password\":\"a new password\"}")
                .statusCode()).isEqualTo(200);
        assertThat(ledger.get("gd", "a long password", "/accounts/gd").statusCode()).isEqualTo(401);
        assertThat(ledger.get("gd", "a new password", "/accounts/gd").body()).contains("\"passwordSetBy\":\"gd\"");
        assertThat(ledger.post("gd", "a new password", "/accounts/admin/password", "{\"password\":\"a new password\"}")
                .statusCode()).isEqualTo(403);
        assertThat(post("/accounts/nobody/password", "{\"password\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void disablingAnAccountHoldsFromTheAnswerOn() {
        open("sd", "AUDITOR", "null");
        assertThat(ledger.get("sd", "a long password", "/accounts").statusCode()).isEqualTo(200);
        assertThat(post("/accounts/sd/disable", "").statusCode()).isEqualTo(200);
        assertThat(ledger.get("sd", "a long password", "/accounts").statusCode()).isEqualTo(401);
        assertThat(post("/accounts/sd/disable", "").body()).contains("account-disabled");
        assertThat(open("sd", "AUDITOR", "null").body()).contains("duplicate-record");
    }

    @Test
    void accountsAreListedPageByPage() {
        IntStream.range(0, 3).forEach(i -> open("page-" + i, "AUDITOR", "null"));
        IntStream.range(3, 5).forEach(i -> open("page-" + i, "REPORTER", "\"P" + i + "\""));
        assertThat(get("/accounts?text=PAGE-&limit=2")).contains("page-0", "page-1", "\"next\":\"page-1\"");
        assertThat(get("/accounts?text=page-&limit=2&after=page-1")).contains("page-2", "page-3");
        assertThat(get("/accounts?text=page-&limit=2&after=page-3")).contains("page-4").doesNotContain("next");
        assertThat(get("/accounts?text=page-&role=REPORTER")).contains("page-3", "page-4").doesNotContain("page-0");
        assertThat(get("/accounts?text=page_")).doesNotContain("page-0");
        assertThat(get("/accounts?limit=501")).contains("limit-out-of-range");
    }

    private HttpResponse<String> open(String username, String role, String scope) {
        return post("/accounts", "{\"username\":\"%s\",\"password\":\"a long password\",\"role\":\"%s\",\"scope\":%s}"
                .formatted(username, role, scope));
    }

    private HttpResponse<String> post(String path, String body) {
        return ledger.post("admin", PASSWORD, path, body);
    }

    private String get(String path) {
        return ledger.get("admin", PASSWORD, path).body();
    }
}
