package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.List;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 401 and 403: who is not signed in, or not of the role, or not of the unit, comes no further. */
@AtTheDoor
class WhoMayComeInTest {

    private static final List<String> RECORDS = List.of("mobilizations", "propagandists", "events", "reach-reports");

    private final Ledger ledger;

    WhoMayComeInTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilizations", "propagandists", "events", "reach-reports", "phases/MOBILISE/open",
            "phases/MOBILISE/close", "phases/MOBILISE/extend", "close", "units/FJ/sub-units", "nothing/of/the/kind"})
    void commandsWantSomeoneSignedIn(String command) {
        var answer = ledger.asNobody().sends(ledger.asNobody().path(command), "application/json", "{}")
                .isRefusedWith(401, "not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilizations", "propagandists", "events", "reach-reports", "mobilizations/x", "trail",
            "progress/explain?metric=events"})
    void recordsAreShownToAccountsOnly(String question) {
        ledger.asNobody().reads(question).isRefusedWith(401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accounts", "/api/v1/trail/1", "/api/v1/attachments/ab",
            "/api/v1/operations/projections",
            "/api/v1/operations/dead-letters", "/api/v1/no-such-thing"})
    void soAreTheOtherParts(String path) {
        ledger.asNobody().gets(path).isRefusedWith(401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "progress", "progress?unit=FJ",
            "progress/compare?from=2099-01-01T00:00:00Z&to=2099-01-01T00:00:00Z",
            "progress/series?metric=events", "progress/sparklines?metric=events", "latest"})
    void theDashboardIsForEveryone(String question) {
        ledger.asNobody().reads(question).isShown();
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreOneAnswer() {
        ledger.as("fj").reads("mobilizations").isShown();
        var wrong = ledger.asWhoeverIs("fj", "incorrect-horse-1").reads("mobilizations")
                .isRefusedWith(401, "bad-credentials");
        var unknown = ledger.asWhoeverIs("nobody-at-all", "incorrect-horse-1").reads("mobilizations")
                .isRefusedWith(401, "bad-credentials");
        assertThat(wrong.text()).isEqualTo(unknown.text());
        ledger.asWhoeverIs("FJ", "correct-horse-12").reads("mobilizations").isRefusedWith(401, "bad-credentials");
    }

    @Test
    void wrongCredentialsAreNotTakenForNone() {
        ledger.asWhoeverIs("fj", "incorrect-horse-1").reads("progress").isRefusedWith(401, "bad-credentials");
        ledger.asNobody().sending("Authorization", "Bearer of-bad-news").reads("progress").isRefusedWith(401,
                "bad-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "checker", "auditor", "host-video", "judge-fj"})
    void onlyReportersRecord(String account) {
        Desk desk = ledger.as(account);
        desk.sentence("mobilizations", aUnion()).of("FJ").on("2019-06-01").isRefusedWith(403, "wrong-role");
        desk.sentence("propagandists", aPerson()).of("FJ").on("2019-06-01").isRefusedWith(403, "wrong-role");
        desk.sentence("events", anEvent()).of("FJ").on("2019-06-01").isRefusedWith(403, "wrong-role");
        desk.sentence("reach-reports", reach("WEB", 1)).of("FJ").between("2019-06-01", "2019-06-02")
                .isRefusedWith(403, "wrong-role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fj", "auditor", "host-video", "judge-fj"})
    void onlyAdminsRunACampaign(String account) {
        Desk desk = ledger.as(account);
        desk.opens("RECOMMEND").isRefusedWith(403, "wrong-role");
        desk.closes("MOBILISE").isRefusedWith(403, "wrong-role");
        desk.extendsPhase("MOBILISE", "2019-10-15").isRefusedWith(403, "wrong-role");
        desk.opensSubUnit("FJ", "FJ-XX", "某市").isRefusedWith(403, "wrong-role");
        desk.closesTheCampaign().isRefusedWith(403, "wrong-role");
        desk.sends("/api/v1/campaigns", "application/yaml", "campaign: {}").isRefusedWith(403, "wrong-role");
        desk.sends("/api/v1/accounts", "application/json", "{}").isRefusedWith(403, "wrong-role");
        desk.posts("/api/v1/accounts/checker/disable").isRefusedWith(403, "wrong-role");
        desk.posts("/api/v1/operations/projections/trail/rebuild").isRefusedWith(403, "wrong-role");
    }

    @ParameterizedTest
    @CsvSource({
            "judge-fj, mobilizations", "judge-fj, propagandists", "judge-fj, events", "judge-fj, reach-reports",
            "host-video, propagandists", "host-video, mobilizations", "judge-fj, trail",
            "judge-fj, progress/explain?metric=events&unit=FJ", "fj, progress/explain?metric=events",
            "host-video, progress/explain?metric=events"})
    void someQuestionsAreNotForEveryRole(String account, String question) {
        ledger.as(account).reads(question).isRefusedWith(403, "wrong-role");
    }

    @ParameterizedTest
    @CsvSource({"fj, /api/v1/accounts", "host-video, /api/v1/accounts", "judge-fj, /api/v1/trail/1",
            "fj, /api/v1/attachments/ab",
            "fj, /api/v1/operations/projections", "fj, /api/v1/operations/dead-letters", "fj, /api/v1/trail"})
    void norAreThese(String account, String path) {
        ledger.as(account).gets(path).isRefusedWith(403, "wrong-role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void adminsAndAuditorsReadEveryRegister(String account) {
        RECORDS.forEach(register -> ledger.as(account).reads(register).isShown());
        ledger.as(account).reads("trail").isShown();
        ledger.as(account).reads("progress/explain?metric=events").isShown();
        ledger.as(account).gets("/api/v1/accounts").isShown();
    }

    @Test
    void aForeignUnitInABodyIsForbidden() {
        Desk fujian = ledger.as("fj");
        fujian.mobilizes(aUnion()).of("GD").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        fujian.recruits(aPerson()).of("GD").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        fujian.holds(anEvent()).of("GD").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        fujian.reports(reach("WEB", 1)).of("GD").between("2019-06-01", "2019-06-02").isRefusedWith(403,
                "foreign-unit");
    }

    @Test
    void aForeignUnitIsForbiddenWhateverElseIsWrong() {
        ledger.as("fj").mobilizes(aUnion().employing(-1)).of("GD").on("2039-06-01").isRefusedWith(403,
                "foreign-unit");
    }
}
