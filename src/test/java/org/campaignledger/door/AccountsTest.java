package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Accounts at the door: the two first ones, one role and scope each, and an end that is an end at once. */
@AtTheDoor
class AccountsTest {

    private static final String ACCOUNTS = "/api/v1/accounts";

    private final Ledger ledger;
    private final Desk admin;

    AccountsTest(Ledger ledger) {
        this.ledger = ledger;
        this.admin = ledger.asAdmin();
    }

    private static Form account(String username, String role) {
        return new Form().with("username", username).with("password", "a-long-password-1").with("role", role);
    }

    @Test
    void theFirstStartMakesTwoAdmins() {
        for (String first : List.of("admin", "checker")) {
            JsonNode shown = ledger.as(first).gets(ACCOUNTS + "/" + first).isShown().json();
            assertThat(shown.get("role").stringValue()).isEqualTo("ADMIN");
            assertThat(shown.get("madeBy").stringValue()).isEqualTo("system");
            assertThat(shown.get("disabled").booleanValue()).isFalse();
        }
        assertThat(ledger.asAuditor().gets("/api/v1/trail/1").isShown().at("/type").stringValue()).isEqualTo(
                "AccountOpened");
        assertThat(ledger.asAuditor().gets("/api/v1/trail/2").isShown().at("/actor/account").stringValue()).isEqualTo(
                "system");
    }

    @Test
    void itSignsInFromTheAnswerOn() {
        Answer opened = admin.posts(ACCOUNTS, account("xm-reporter", "REPORTER").with("scope", "FJ")).isRecorded();
        assertThat(opened.id()).isEqualTo("xm-reporter");
        assertThat(opened.location()).isEqualTo(ACCOUNTS + "/xm-reporter");
        Desk desk = ledger.asWhoeverIs("xm-reporter", "a-long-password-1");
        assertThat(desk.gets(opened.location()).isShown().at("/scope").stringValue()).isEqualTo("FJ");
        desk.sentence("mobilizations", aUnion()).of("FJ").on("2019-06-01").isRecorded();
    }

    /** Another ADMIN has to agree first; see WhoAsksNeverDecidesTest for what follows. */
    @Test
    void nobodyMakesAnAdminAlone() {
        Answer asked = admin.posts(ACCOUNTS, account("third", "ADMIN"));
        assertThat(asked.status()).isEqualTo(202);
        admin.gets(ACCOUNTS + "/third").isRefusedWith(404, "not-found");
        ledger.as("checker").rejects(asked).isDone();
        admin.gets(ACCOUNTS + "/third").isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
            "REPORTER, , , scope scope-needed", "JUDGE, , , scope scope-needed", "HOST, , , scope scope-needed",
            "REPORTER, ATLANTIS, , scope unknown-scope", "HOST, FJ, , scope unknown-scope",
            "JUDGE, video, , scope unknown-scope", "HOST, video, ATLANTIS, unit unknown-scope",
            "AUDITOR, FJ, , scope scope-not-taken", "REPORTER, FJ, FJ, unit scope-not-taken"})
    void aScopeFitsItsRole(String role, String scope, String unit, String error) {
        Form form = account("misfit", role);
        form = scope == null ? form : form.with("scope", scope);
        admin.posts(ACCOUNTS, unit == null ? form : form.with("unit", unit)).isRefusedWith(422, error.split(" ")[1])
                .namingJust(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "福建", "a/b", "..", "system", "x/../y", "a%2Fb"})
    void aUsernameIsPlain(String username) {
        admin.posts(ACCOUNTS, account(username, "AUDITOR")).isRefusedWith(422, "invalid-code")
                .namingJust("username invalid-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "aaaaaaaaaaaa", "plain.name-1"})
    void aPasswordIsNotGuessedAtOnce(String password) {
        admin.posts(ACCOUNTS, account("plain.name-1", "AUDITOR").with("password", password)).isRefusedWith(422,
                "weak-password").namingJust("password weak-password");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        admin.posts(ACCOUNTS, new Form()).isRefusedWith(422, "validation-failed").namingJust("username missing",
                "password missing", "role missing");
        admin.posts(ACCOUNTS, account("a b", "REPORTER").with("password", "x")).isRefusedWith(422,
                "validation-failed").namingJust("username invalid-code", "password weak-password",
                        "scope scope-needed");
        admin.posts(ACCOUNTS, account("x", "SYSTEM")).isRefusedWith(400, "malformed")
                .namingJust("role unknown-constant");
    }

    @Test
    void aNameIsGivenOnceForGood() {
        admin.posts(ACCOUNTS, account("once", "AUDITOR")).isRecorded();
        admin.posts(ACCOUNTS, account("once", "AUDITOR")).isRefusedWith(409, "duplicate-record")
                .naming("username", "duplicate-record");
        admin.posts(ACCOUNTS, account("Once", "AUDITOR")).isRecorded();
        admin.posts(ACCOUNTS + "/once/disable").isDone();
        admin.posts(ACCOUNTS, account("once", "AUDITOR")).isRefusedWith(409, "duplicate-record");
    }

    @Test
    void disablingEndsItAtOnce() {
        admin.posts(ACCOUNTS, account("leaver", "AUDITOR")).isRecorded();
        Desk leaver = ledger.asWhoeverIs("leaver", "a-long-password-1");
        leaver.reads("trail").isShown();
        assertThat(admin.posts(ACCOUNTS + "/leaver/disable").isDone().id()).isEqualTo("leaver");
        leaver.reads("trail").isRefusedWith(401, "bad-credentials");
        admin.posts(ACCOUNTS + "/leaver/disable").isRefusedWith(422, "account-disabled");
        assertThat(admin.gets(ACCOUNTS + "/leaver").isShown().at("/disabled").booleanValue()).isTrue();
    }

    @Test
    void twoAdminsRemain() {
        admin.posts(ACCOUNTS + "/checker/disable").isRefusedWith(422, "last-admins");
        ledger.as("checker").posts(ACCOUNTS + "/admin/disable").isRefusedWith(422, "last-admins");
        admin.posts(ACCOUNTS + "/nobody-at-all/disable").isRefusedWith(404, "not-found");
    }

    @Test
    void aPasswordIsSetByItsHolderOrAnAdmin() {
        admin.posts(ACCOUNTS, account("changer", "AUDITOR")).isRecorded();
        Desk old = ledger.asWhoeverIs("changer", "a-long-password-1");
        Form form = new Form().with("password", "a-longer-password-2");
        old.posts(ACCOUNTS + "/changer/password", form).isDone();
        old.reads("trail").isRefusedWith(401, "bad-credentials");
        Desk changed = old.withPassword("a-longer-password-2");
        changed.reads("trail").isShown();
        ledger.as("fj").posts(ACCOUNTS + "/changer/password", form).isRefusedWith(403, "wrong-role");
        ledger.as("fj").posts(ACCOUNTS + "/nobody-at-all/password", form).isRefusedWith(403, "wrong-role");
        admin.posts(ACCOUNTS + "/nobody-at-all/password", form).isRefusedWith(404, "not-found");
        admin.posts(ACCOUNTS + "/changer/password", new Form().with("password", "third-password-3")).isDone();
        changed.reads("trail").isRefusedWith(401, "bad-credentials");
        assertThat(admin.gets(ACCOUNTS + "/changer").isShown().at("/passwordSetBy").stringValue()).isEqualTo("admin");
    }

    @Test
    void changesAreInTheTrailWithoutSecrets() {
        Answer opened = admin.posts(ACCOUNTS, account("secretive", "AUDITOR")).isRecorded();
        JsonNode event = ledger.asAuditor().gets("/api/v1/trail/" + opened.position() + "?waitFor=" + opened
                .position()).isShown().json();
        assertThat(event.at("/payload").propertyNames()).containsExactlyInAnyOrder("username", "role", "madeBy");
        assertThat(event.toString()).doesNotContain("a-long-password-1").doesNotContain("argon2");
        assertThat(admin.gets(ACCOUNTS + "/secretive").isShown().text()).doesNotContain("argon2");
    }
}
