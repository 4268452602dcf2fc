package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Entries that rankings and awards rest on: however they leave, what rests on them leaves in the same append (rule 21). */
@AtTheDoor
class EntriesAfterJudgingTest {

    private final JudgedCategory judged;
    private final Ledger ledger;

    EntriesAfterJudgingTest(Ledger shared) {
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
    }

    private static Form reversing(List<String> entries) {
        return new Form().with("action", "REVERSE").with("recordIds", entries).with("reasonCode", "eligibility")
                .with("reason", "核对时发现");
    }

    @Test
    void manyAreReversedAtOnceWithAllTheirAwards() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        judged.awards(judged.host(), entries.get(1), "二等奖").isRecorded();
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(entries)).isRecorded();
        assertThat(ledger.as("checker").reviews(asked).at("/effect/falls")).hasSize(5);
        Answer done = ledger.as("checker").approves(asked).isDone();
        assertThat(judged.figure(done, "judged")).isZero();
        assertThat(judged.figure(done, "awarded")).isZero();
        assertThat(judged.figure(done, "recommended")).isZero();
    }

    @Test
    void oneThatIsWithdrawnTakesItsAwardAlong() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        Answer gone = ledger.as("fj").posts("/api/v1/entries/" + entries.get(0) + "/withdraw").isDone();
        assertThat(judged.figure(gone, "judged")).isEqualTo(2);
        assertThat(judged.figure(gone, "awarded")).isZero();
    }

    @Test
    void anAwardIsTakenBackOnTheDayOnWhichThatIsDecided() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        Answer award = judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        Answer revoked = judged.host().posts("/api/v1/awards/" + award.id() + "/revoke",
                new Form().with("reason", "复核不实")).isDone();
        JsonNode told = ledger.asAuditor().gets("/api/v1/trail/" + revoked.position() + "?waitFor=" + revoked
                .position()).isShown().json();
        assertThat(told.at("/postings/0/occurredOn")).isEqualTo(told.get("occurredOn"));
        assertThat(told.at("/postings/0/amount").intValue()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theUnitUnderWhichItIsJudgedStays(boolean closed) {
        List<String> entries = judged.scored();
        if (closed) {
            judged.closes().isDone();
        }
        ledger.asAdmin().posts("/api/v1/corrections", new Form().with("action", "AMEND")
                .with("recordId", entries.get(0)).with("changes", new Form().with("unit", "GD").json())
                .with("reasonCode", "wrong-unit").with("reason", "登记有误")).isRefusedWith(422, "unit-was-judged")
                .naming("changes.unit", "unit-was-judged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "submitter.name"})
    void whatAPersonWroteIsAmendedOneByOne(String field) {
        List<String> entries = judged.recommended("fj", 2);
        ledger.as("fj").posts("/api/v1/corrections", new Form().with("action", "AMEND").with("recordIds", entries)
                .with("changes", new Form().with(field, "一样的话").json()).with("reasonCode", "other")
                .with("reason", "统一写法")).isRefusedWith(422, "one-person-at-a-time");
    }

    @Test
    void aCategoryThatWasNeverOpenedIsNotClosed() {
        judged.closes().isRefusedWith(409, "judging-not-open");
    }
}
