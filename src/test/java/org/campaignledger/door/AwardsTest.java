package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Awards rest on lines of a ranking, and fall with it or with their entry (rules 14, 17 and 21). */
@AtTheDoor
class AwardsTest {

    private static final String FIRST = "一等奖";

    private final JudgedCategory judging;
    private final Ledger ledger;
    private final Desk host;

    AwardsTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger;
        this.host = judging.host;
    }

    private Answer revokes(Desk desk, Answer award) {
        return desk.posts("/api/v1/awards/" + award.id() + "/revoke", new Form().with("reason", "经核实予以撤销"));
    }

    @Test
    void anAwardNamesItsLine() {
        String best = judging.scored().getFirst();
        Answer closed = judging.closes().isDone();
        Answer award = judging.awards(host, best, FIRST).isRecorded();
        JsonNode shown = ledger.asAuditor().gets(award.location() + "?waitFor=" + award.position()).isShown().json();
        assertThat(shown.get("rank").intValue()).isEqualTo(1);
        assertThat(shown.get("score").decimalValue()).isEqualByComparingTo("90");
        assertThat(shown.get("closedAt").longValue()).isEqualTo(closed.position());
        assertThat(shown.get("ranking").stringValue()).isEqualTo(judging.ranking(closed).get("digest").stringValue());
        assertThat(shown.get("state").stringValue()).isEqualTo("STANDS");
        assertThat(judging.figure(award, "awarded")).isEqualTo(1);
        ledger.as("judge-bj").gets(award.location()).isShown();
    }

    @Test
    void withoutAClosedRankingOrARankThereIsNone() {
        List<String> entries = judging.scored();
        String unscored = judging.recommended("fj", 1).getFirst();
        judging.awards(host, entries.getFirst(), FIRST).isRefusedWith(409, "judging-not-closed");
        judging.closes().isDone();
        judging.awards(host, unscored, FIRST).isRefusedWith(422, "entry-not-ranked");
        judging.awards(host, entries.getFirst(), "特等奖").isRefusedWith(422, "unknown-level").naming("level",
                "unknown-level");
        host.posts("/api/v1/entries/" + entries.getFirst() + "/awards", new Form()).isRefusedWith(422, "missing");
        judging.awards(ledger.as("host-video"), entries.getFirst(), FIRST).isRefusedWith(404, "not-found");
        judging.awards(ledger.asAdmin(), entries.getFirst(), FIRST).isRefusedWith(403, "hosts-can-act");
    }

    @Test
    void anEntryHasOneAwardAtATimeAndItIsRevokedOnce() {
        String best = judging.scored().getFirst();
        judging.closes().isDone();
        Answer award = judging.awards(host, best, FIRST).isRecorded();
        judging.awards(host, best, "二等奖").isRefusedWith(409, "already-awarded");
        host.posts("/api/v1/awards/" + award.id() + "/revoke").isRefusedWith(422, "missing");
        revokes(ledger.as("host-video"), award).isRefusedWith(404, "not-found");
        Answer revoked = revokes(host, award).isDone();
        assertThat(judging.figure(revoked, "awarded")).isZero();
        revokes(host, award).isRefusedWith(409, "award-already-revoked");
        JsonNode shown = ledger.asAuditor().gets(award.location() + "?waitFor=" + revoked.position()).isShown().json();
        assertThat(shown.get("state").stringValue()).isEqualTo("REVOKED");
        assertThat(shown.get("revokedAt").longValue()).isEqualTo(revoked.position());
        judging.awards(host, best, "二等奖").isRecorded();
    }

    @Test
    void aHostOfTheEntrysUnitLeavesItToOthers() {
        String best = judging.scored().getFirst();
        judging.closes().isDone();
        String name = "own-unit-" + ledger.campaign();
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", name)
                .with("password", "one long pass phrase").with("role", "HOST").with("scope", "activity")
                .with("unit", "FJ")).isRecorded();
        Desk own = ledger.asWhoeverIs(name, "one long pass phrase");
        judging.awards(own, best, FIRST).isRefusedWith(422, "own-unit");
        judging.awards(ledger.asAdmin(), best, FIRST).isRecorded();
        ledger.asAdmin().posts("/api/v1/accounts/" + name + "/disable").isDone();
    }

    @Test
    void anAwardFallsWithItsEntryWhichIsNoLongerJudged() {
        List<String> entries = judging.scored();
        judging.closes().isDone();
        Answer award = judging.awards(host, entries.getFirst(), FIRST).isRecorded();
        Answer gone = host.posts("/api/v1/entries/" + entries.getFirst() + "/disqualify",
                new Form().with("reason", "内容不实")).isDone();
        assertThat(judging.figure(gone, "awarded")).isZero();
        assertThat(judging.figure(gone, "judged")).isEqualTo(2);
        assertThat(ledger.asAuditor().gets(award.location() + "?waitFor=" + gone.position()).isShown()
                .at("/state").stringValue()).isEqualTo("REVOKED");
        judging.awards(host, entries.getFirst(), FIRST).isRefusedWith(422, "entry-not-recommended");
    }

    @Test
    void aClosingIsReversedWithTheAwardsThatRestOnIt() {
        List<String> entries = judging.scored();
        Answer closed = judging.closes().isDone();
        Answer award = judging.awards(host, entries.get(1), FIRST).isRecorded();
        host.posts("/api/v1/entries/" + entries.getFirst() + "/disqualify", new Form().with("reason", "内容不实"))
                .isDone();
        Answer asked = ledger.asAdmin().asksFor(CorrectionForm.reversing(closed)).isRecorded();
        JsonNode effect = ledger.as("checker").reviews(asked).json();
        assertThat(effect.toString()).contains(award.id());
        Answer reopened = ledger.as("checker").approves(asked).isDone();
        assertThat(judging.figure(reopened, "judged")).isZero();
        assertThat(judging.figure(reopened, "awarded")).isZero();
        host.gets(judging.path("ranking")).isRefusedWith(409, "judging-not-closed");
        ledger.as("judge-bj").gets(award.location()).isRefusedWith(404, "not-found");
        judging.scores("judge-bj", entries.get(1), 10, 10).isDone();
        Answer again = judging.closes().isDone();
        assertThat(judging.figure(again, "judged")).isEqualTo(2);
        assertThat(judging.ranking(again).at("/lines/0/entry").stringValue()).isEqualTo(entries.get(1));
    }

    @Test
    void aClosingIsReversedByItsPositionToo() {
        judging.scored();
        Answer closed = judging.closes().isDone();
        CorrectionForm byPosition = CorrectionForm.reversing(closed).without("recordId").with("position",
                closed.position());
        ledger.as("fj").asksFor(byPosition).isRefusedWith(404, "not-found");
        ledger.asAdmin().asksFor(byPosition).isRecorded();
    }

    @Test
    void onlyWhatIsClosedIsReopened() {
        judging.recommended("fj", 1);
        Answer opened = judging.opened();
        ledger.asAdmin().asksFor(CorrectionForm.reversing(opened)).isRefusedWith(409, "judging-not-closed");
    }
}
