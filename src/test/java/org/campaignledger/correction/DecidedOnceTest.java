package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.merging;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import java.util.concurrent.Callable;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Rules 20 and 21: decided once, on the version that was reviewed, and never on a record that is gone. */
@AtTheDoor
class DecidedOnceTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;

    DecidedOnceTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
    }

    private Answer anEventHeld() {
        return fujian.holds(anEvent().with("contacts", 30)).on("2019-06-01").isRecorded();
    }

    private long contacts(long position) {
        return ledger.progressAfter(position).at("/targets").valueStream()
                .filter(target -> target.path("metric").stringValue().equals("contacts")).findFirst().orElseThrow()
                .path("actual").longValue();
    }

    @Test
    void aRecordThatHasMovedOnIsReviewedAnew() {
        Answer held = anEventHeld();
        Answer first = fujian.asksFor(amending(held).to("contacts", 20)).isRecorded();
        Answer second = fujian.asksFor(amending(held).to("title", "另一个标题")).isRecorded();
        long seen = checker.reviews(second).at("/reviewedVersion").longValue();
        checker.approves(first).isDone();
        Answer stale = checker.approves(second, seen).isRefusedWith(409, "stale-review").showing(held);
        assertThat(stale.at("/effect/records/0/before/contacts").longValue()).isEqualTo(20);
        assertThat(checker.reviews(second).at("/movedOn").booleanValue()).isTrue();
        Answer done = checker.approves(second, stale.at("/reviewedVersion").longValue()).isDone();
        assertThat(contacts(done.position())).isEqualTo(20);
        assertThat(fujian.reads("events/" + held.id() + "?waitFor=" + done.position()).isShown().at("/title")
                .stringValue()).isEqualTo("另一个标题");
    }

    @Test
    void aReversedRecordIsNotCorrectedAnyMore() {
        Answer held = anEventHeld();
        Answer reversal = fujian.asksFor(reversing(held)).isRecorded();
        Answer amendment = fujian.asksFor(amending(held).to("contacts", 20)).isRecorded();
        Answer another = admin.asksFor(reversing(held)).isRecorded();
        checker.approves(reversal).isDone();
        checker.approves(amendment, 1).isRefusedWith(409, "already-reversed");
        checker.approves(another, 1).isRefusedWith(409, "already-reversed");
        fujian.asksFor(reversing(held)).isRefusedWith(409, "already-reversed");
        assertThat(checker.reviews(amendment).at("/obstacle").stringValue()).isEqualTo("already-reversed");
        checker.rejects(amendment).isDone();
    }

    @Test
    void nothingIsDecidedTwice() {
        Answer asked = fujian.asksFor(reversing(anEventHeld())).isRecorded();
        checker.rejects(asked).isDone();
        checker.approves(asked, 1).isRefusedWith(409, "already-decided");
        checker.rejects(asked).isRefusedWith(409, "already-decided");
        fujian.withdraws(asked).isRefusedWith(409, "already-decided");
    }

    @RepeatedTest(5)
    void ofManyApprovalsAtOnceOneTakesEffect() {
        Answer held = anEventHeld();
        long before = contacts(held.position());
        Answer asked = fujian.asksFor(reversing(held)).isRecorded();
        List<Answer> answers = AtOnce.each(6, () -> checker.approves(asked, 1));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(contacts(ledger.head())).isEqualTo(before - 30);
    }

    @RepeatedTest(5)
    void ofManyReversalsOfOneRecordOneTakesEffect() {
        Answer held = anEventHeld();
        long before = contacts(held.position());
        List<Callable<Answer>> approvals = AtOnce.each(5, () -> fujian.asksFor(reversing(held)).isRecorded()).stream()
                .<Callable<Answer>>map(asked -> () -> checker.approves(asked, 1)).toList();
        List<Answer> answers = AtOnce.all(approvals);
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)
                .map(answer -> answer.at("/code").stringValue())).containsOnly("already-reversed");
        assertThat(contacts(ledger.head())).isEqualTo(before - 30);
    }

    @RepeatedTest(5)
    void anAmendmentAndAReversalAtOnceEndInOneStory() {
        Answer held = anEventHeld();
        long before = contacts(held.position());
        Answer amendment = fujian.asksFor(amending(held).to("contacts", 10)).isRecorded();
        Answer reversal = fujian.asksFor(reversing(held)).isRecorded();
        List<Answer> answers = AtOnce.all(List.of(() -> checker.approves(amendment, 1),
                () -> checker.approves(reversal, 1)));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        boolean reversed = answers.getLast().status() == 200;
        assertThat(answers.get(reversed ? 0 : 1).at("/code").stringValue())
                .isEqualTo(reversed ? "already-reversed" : "stale-review");
        assertThat(contacts(ledger.head())).isEqualTo(before - (reversed ? 30 : 20));
    }

    @RepeatedTest(5)
    void twoRecordsAreNotMergedIntoEachOther() {
        Answer one = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer other = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer there = admin.asksFor(merging(one, other)).isRecorded();
        Answer back = admin.asksFor(merging(other, one)).isRecorded();
        List<Answer> answers = AtOnce.all(List.of(() -> checker.approves(there, 2), () -> checker.approves(back, 2)));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    }

    @Test
    void phasesMayCloseButNotTheCampaign() {
        Answer held = anEventHeld();
        Answer early = fujian.asksFor(amending(held).to("contacts", 20)).isRecorded();
        admin.closes("MOBILISE").isDone();
        checker.approves(early).isDone();
        Answer late = fujian.asksFor(amending(held).to("contacts", 10)).isRecorded();
        long seen = checker.reviews(late).at("/reviewedVersion").longValue();
        admin.closesTheCampaign().isDone();
        checker.approves(late, seen).isRefusedWith(422, "campaign-closed");
        fujian.asksFor(reversing(held)).isRefusedWith(422, "campaign-closed");
        assertThat(contacts(ledger.head())).isEqualTo(20);
        checker.rejects(late).isDone();
    }
}
