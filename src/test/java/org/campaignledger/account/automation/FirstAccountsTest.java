package org.campaignledger.account.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.account.write.LostLogins;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.Passwords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstAccountsTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
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
    void theFirstStartMakesTwoAdmins() {
        for (String username : new String[]{"admin", "checker"}) {
            assertThat(ledger.get(username, RunningLedger.PASSWORD, "/accounts/" + username).body())
                    .contains("\"role\":\"ADMIN\"", "\"madeBy\":\"system\"", "\"passwordSetBy\":\"system\"");
        }
    }

    @Test
    void aFurtherStartMakesNone() {
        long before = ledger.part(LedgerStore.class).head();
        firstAccounts(ledger.part(Accounts.class), "").start();
        assertThat(ledger.part(LedgerStore.class).head()).isEqualTo(before);
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whoStartsAtTheSameTimeAndIsSecondTakesItAsDone() {
        long before = ledger.part(LedgerStore.class).head();
        firstAccounts(username -> Optional.empty(), "").start();
        assertThat(ledger.part(LedgerStore.class).head()).isEqualTo(before);
        assertThat(console.toString(StandardCharsets.UTF_8)).as("a password that does not hold").isEmpty();
    }

    @Test
    void aRandomPasswordIsShownOnceAndAGivenOneNever(@TempDir Path folder) {
        PrintStream before = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (RunningLedger other = new RunningLedger(TestPostgres.freshDatabase(), folder, "--ledger.admin-password=",
                "--ledger.checker-password=given and known")) {
            String text = shown.toString(StandardCharsets.UTF_8);
            assertThat(text).contains("First account: admin  password: ").doesNotContain("given and known", "checker");
            String password = text.replaceAll("(?s).*admin  password: (\\S+).*", "$1");
            assertThat(password).hasSize(20);
            assertThat(other.get("admin", password, "/accounts/admin").statusCode()).isEqualTo(200);
            assertThat(other.get("checker", "given and known", "/accounts/checker").statusCode()).isEqualTo(200);
        } finally {
            System.setOut(before);
        }
    }

    /** Passwords that nobody was told open nothing: the next start makes others, and tells them. */
    @Test
    void aStartThatBreaksOffBeforeItHasToldThemLeavesNothing() {
        LostLogins logins = ledger.part(LostLogins.class);
        JdbcClient jdbc = ledger.part(JdbcClient.class);
        TransactionTemplate undone = new TransactionTemplate(ledger.part(PlatformTransactionManager.class));
        undone.executeWithoutResult(restored -> {
            jdbc.sql("delete from account_login").update();
            assertThat(logins.areMissed()).isTrue();
            assertThatThrownBy(() -> logins.makeAgain(logins.read(), Map.of(), ledger.part(Passwords.class).hash(
                    "of nobody"), () -> {
                        throw new IllegalStateException("the console is gone");
                    })).hasMessageContaining("the console is gone");
            assertThat(restored.isRollbackOnly()).as("nothing of it is kept").isTrue();
            restored.setRollbackOnly();
        });
        assertThat(logins.areMissed()).isFalse();
    }

    private FirstAccounts firstAccounts(Accounts accounts, String given) {
        return new FirstAccounts(ledger.part(Commands.class), accounts, ledger.part(Passwords.class),
                ledger.part(LostLogins.class), given, given,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
