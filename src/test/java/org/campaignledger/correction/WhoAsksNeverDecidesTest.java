package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 19, by every way that somebody might try. */
@AtTheDoor
class WhoAsksNeverDecidesTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String PASSWORD = "another horse 34";

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;

    WhoAsksNeverDecidesTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
    }

    private final List<String> furtherAdmins = new ArrayList<>();

    /** Other tests on this ledger count on its first two. */
    @AfterEach
    void theFirstTwoRemain() {
        furtherAdmins.forEach(name -> admin.posts("/api/v1/accounts/" + name + "/disable").isDone());
    }

    private Answer anEventHeld() {
        return fujian.holds(anEvent()).on("2019-06-01").isRecorded();
    }

    private static Form account(String name, String role) {
        return new Form().with("username", name).with("password", PASSWORD).with("role", role);
    }

    /** A further ADMIN, asked for by one and approved by another. */
    private Desk aFurtherAdmin(Desk asks, Desk decides) {
        String name = "further-" + NAMES.incrementAndGet();
        Answer asked = asks.posts("/api/v1/accounts", account(name, "ADMIN"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        decides.approves(asked).isDone();
        furtherAdmins.add(name);
        return ledger.asWhoeverIs(name, PASSWORD);
    }

    private Answer aReporterMadeBy(Desk maker, String name) {
        return maker.posts("/api/v1/accounts", account(name, "REPORTER").with("scope", "FJ")).isRecorded();
    }

    private static Answer setsPassword(Desk who, String name, String password) {
        return who.posts("/api/v1/accounts/" + name + "/password", new Form().with("password", password));
    }

    @Test
    void anAdminDoesNotDecideOnTheirOwnRequest() {
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        admin.approves(asked).isRefusedWith(422, "maker-is-checker");
        admin.rejects(asked).isRefusedWith(422, "maker-is-checker");
        assertThat(admin.reviews(asked).at("/mayDecide").booleanValue()).isFalse();
        assertThat(checker.reviews(asked).at("/mayDecide").booleanValue()).isTrue();
    }

    @Test
    void theRefusalSaysThatAnotherAdminHasTo() {
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        assertThat(admin.speaking("en").approves(asked).at("/detail").stringValue()).contains("another admin");
        assertThat(admin.speaking("zh-CN").approves(asked).at("/detail").stringValue()).contains("另一位管理员");
    }

    @Test
    void anotherIdempotencyKeyChangesNothing() {
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        admin.sending("Idempotency-Key", "k-1").approves(asked).isRefusedWith(422, "maker-is-checker");
        admin.sending("Idempotency-Key", "k-2").approves(asked).isRefusedWith(422, "maker-is-checker");
    }

    @Test
    void aReporterDecidesOnNothing() {
        Answer asked = fujian.asksFor(reversing(anEventHeld())).isRecorded();
        fujian.posts("/api/v1/corrections/" + asked.id() + "/approve", new Form().with("reviewedVersion", 1))
                .isRefusedWith(403, "wrong-role");
        ledger.asAuditor().posts("/api/v1/corrections/" + asked.id() + "/approve",
                new Form().with("reviewedVersion", 1)).isRefusedWith(403, "wrong-role");
    }

    @Test
    void anAccountThatTheMakerMadeDoesNotDecide() {
        Desk made = aFurtherAdmin(admin, checker);
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        made.approves(asked).isRefusedWith(422, "maker-is-checker");
        checker.approves(asked).isDone();
    }

    @Test
    void norDoesOneThatWasMadeByOneThatTheyMade() {
        Desk made = aFurtherAdmin(admin, checker);
        Desk madeByIt = aFurtherAdmin(made, checker);
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        madeByIt.approves(asked).isRefusedWith(422, "maker-is-checker");
    }

    @Test
    void whoDecidedOnAnAccountHasNotMadeIt() {
        Desk made = aFurtherAdmin(admin, checker);
        Answer asked = checker.asksFor(reversing(anEventHeld())).isRecorded();
        made.approves(asked).isDone();
    }

    @Test
    void anAccountWhosePasswordTheMakerSetDoesNotDecide() {
        aFurtherAdmin(checker, admin);
        String reset = "further-" + NAMES.get();
        setsPassword(admin, reset, "reset by admin 1").isDone();
        Answer asked = admin.asksFor(reversing(anEventHeld())).isRecorded();
        Desk afterwards = ledger.asWhoeverIs(reset, "reset by admin 1");
        afterwards.approves(asked).isRefusedWith(422, "maker-is-checker");
        setsPassword(afterwards, reset, "chosen by whoever 2").isDone();
        ledger.asWhoeverIs(reset, "chosen by whoever 2").approves(asked).isRefusedWith(422, "maker-is-checker");
    }

    @Test
    void whoMadeTheAskerDoesNotDecideUntilItsHolderHasChangedThePassword() {
        String name = "reporter-" + NAMES.incrementAndGet();
        aReporterMadeBy(checker, name);
        Answer held = anEventHeld();
        Answer asked = ledger.asWhoeverIs(name, PASSWORD).asksFor(reversing(held)).isRecorded();
        checker.approves(asked).isRefusedWith(422, "maker-is-checker");
        setsPassword(ledger.asWhoeverIs(name, PASSWORD), name, "chosen by myself 3").isDone();
        checker.approves(asked).isDone();
    }

    @Test
    void whoSetTheAskersPasswordLastDoesNotDecide() {
        String name = "reporter-" + NAMES.incrementAndGet();
        aReporterMadeBy(admin, name);
        setsPassword(checker, name, "set by checker 4").isDone();
        Answer asked = ledger.asWhoeverIs(name, "set by checker 4").asksFor(reversing(anEventHeld())).isRecorded();
        checker.approves(asked).isRefusedWith(422, "maker-is-checker");
    }

    @Test
    void aFurtherAdminCanSignInOnlyOnceAnotherHasApproved() {
        String name = "further-" + NAMES.incrementAndGet();
        Answer asked = admin.posts("/api/v1/accounts", account(name, "ADMIN"));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.at("/correction").stringValue()).isEqualTo(asked.id());
        assertThat(admin.gets(asked.location()).isShown().at("/kind").stringValue()).isEqualTo("accounts");
        ledger.asWhoeverIs(name, PASSWORD).gets("/api/v1/accounts").isRefusedWith(401, "bad-credentials");
        admin.approves(asked).isRefusedWith(422, "maker-is-checker");
        checker.approves(asked).isDone();
        furtherAdmins.add(name);
        ledger.asWhoeverIs(name, PASSWORD).gets("/api/v1/accounts").isShown();
        assertThat(admin.gets("/api/v1/accounts/" + name).isShown().at("/madeBy").stringValue()).isEqualTo("admin");
    }

    @Test
    void anAdminWhoWasRejectedNeverSignsIn() {
        String name = "further-" + NAMES.incrementAndGet();
        Answer asked = admin.posts("/api/v1/accounts", account(name, "ADMIN"));
        checker.rejects(asked).isDone();
        ledger.asWhoeverIs(name, PASSWORD).gets("/api/v1/accounts").isRefusedWith(401, "bad-credentials");
        checker.posts("/api/v1/accounts", account(name, "AUDITOR")).isRecorded();
    }

    @Test
    void onlyTheMakerWithdraws() {
        Answer asked = fujian.asksFor(reversing(anEventHeld())).isRecorded();
        admin.withdraws(asked).isRefusedWith(403, "not-the-maker");
        ledger.as("gd").withdraws(asked).isRefusedWith(404, "not-found");
        Answer withdrawn = fujian.withdraws(asked).isDone();
        checker.approves(asked, 1).isRefusedWith(409, "already-decided");
        assertThat(fujian.gets("/api/v1/corrections/" + asked.id() + "?waitFor=" + withdrawn.position()).isShown()
                .at("/state").stringValue()).isEqualTo("WITHDRAWN");
    }

    @Test
    void targetsAllocationsAndBoundsWaitForAnother() {
        for (Answer asked : new Answer[]{
                admin.posts(admin.path("allocations"), new Form().with("reason", "调整").with("changes",
                        List.of(Map.of("unit", "FJ", "events", 99),
                                Map.of("unit", "GD", "events", 101)))),
                admin.posts(admin.path("targets/contacts"), new Form().with("reason", "调整").with("target", 600_000)),
                admin.posts(admin.path("bounds"), new Form().with("reason", "调整").with("contactsPerEvent", 50_000))}) {
            assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
            admin.approves(asked).isRefusedWith(422, "maker-is-checker");
            checker.approves(asked).isDone();
        }
    }
}
