package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.reversing;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Entries and measures as of a position, an instant and a business date; corrections have a test of their own. */
@AtTheDoor
class RegistersAtPointsInTimeTest {

    private final Ledger ledger;
    private final Desk fujian;

    RegistersAtPointsInTimeTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
    }

    private JsonNode items(String register, String when) {
        return fujian.reads(register + "?" + when).isShown().at("/items");
    }

    private String recordedAt(Answer done) {
        return ledger.asAuditor().gets("/api/v1/trail/" + done.position() + "?waitFor=" + done.position()).isShown()
                .at("/recordedAt").stringValue();
    }

    @Test
    void anEntryIsWhatItWas() throws InterruptedException {
        long before = ledger.head();
        Answer submitted = fujian.sentence("entries", EntriesTest.aCase("写错的题目")).asItIs().isRecorded();
        Thread.sleep(3); // so that no two share an instant
        Answer amended = fujian.posts("/api/v1/entries/" + submitted.id() + "/amend", new Form().with("title",
                "写对的题目")).isDone();
        Answer accepted = ledger.as("host-activity").posts("/api/v1/entries/" + submitted.id() + "/accept").isDone();
        assertThat(items("entries", "position=" + before)).isEmpty();
        assertThat(items("entries", "position=" + submitted.position()).at("/0/title").stringValue())
                .isEqualTo("写错的题目");
        assertThat(items("entries", "at=" + recordedAt(submitted)).at("/0/title").stringValue()).isEqualTo("写错的题目");
        assertThat(items("entries", "position=" + amended.position()).at("/0/title").stringValue())
                .isEqualTo("写对的题目");
        assertThat(items("entries", "position=" + amended.position()).at("/0/state").stringValue())
                .isEqualTo("SUBMITTED");
        assertThat(items("entries", "position=" + accepted.position()).at("/0/state").stringValue())
                .isEqualTo("ACCEPTED");
        assertThat(items("entries", "on=2019-01-01")).isEmpty();
        String one = submitted.location() + "?position=";
        fujian.gets(one + before).isRefusedWith(404, "not-found");
        JsonNode then = fujian.gets(one + submitted.position()).isShown().json();
        assertThat(then.at("/title").stringValue()).isEqualTo("写错的题目");
        assertThat(then.at("/versions")).hasSize(1);
        assertThat(fujian.gets(one + amended.position()).isShown().at("/versions")).hasSize(2);
    }

    @Test
    void aMeasureIsWhatItWas() {
        long before = ledger.head();
        Answer filed = fujian.posts(fujian.path("measures"), new Form().with("unit", "FJ").with("requirement", "THEME")
                .with("title", "联合宣讲").with("on", "2019-06-20")).isRecorded();
        Answer amended = ledger.as("checker").approves(fujian.asksFor(amending(filed).to("title", "联合宣讲两场"))
                .isRecorded()).isDone();
        Answer reversed = ledger.as("checker").approves(fujian.asksFor(reversing(filed)).isRecorded()).isDone();
        assertThat(items("measures", "position=" + before)).isEmpty();
        assertThat(items("measures", "position=" + filed.position()).at("/0/title").stringValue()).isEqualTo("联合宣讲");
        assertThat(items("measures", "at=" + recordedAt(amended)).at("/0/title").stringValue()).isEqualTo("联合宣讲两场");
        assertThat(items("measures", "position=" + amended.position() + "&on=2019-06-20")).hasSize(1);
        assertThat(items("measures", "position=" + amended.position() + "&on=2019-06-19")).isEmpty();
        JsonNode first = fujian.gets(filed.location() + "?position=" + filed.position()).isShown().json();
        assertThat(first.at("/versions")).hasSize(1);
        assertThat(first.at("/corrections")).isEmpty();
        assertThat(fujian.gets(filed.location() + "?position=" + reversed.position()).isShown().at("/state")
                .stringValue()).isEqualTo("REVERSED");
        assertThat(fujian.gets(filed.location() + "?position=" + amended.position()).isShown().at("/state")
                .stringValue()).isNotEqualTo("REVERSED");
    }
}
