package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Submitting without an account, where a category has switched it on. */
@AtTheDoor
class SelfServiceTest {

    private static final String SUBMISSIONS = "categories/photo/submissions";

    private final Ledger ledger;
    private final Desk worker;

    SelfServiceTest(Ledger shared) {
        this.ledger = shared.withCampaign(form -> form.with("/categories/2/selfService", true));
        ledger.asAdmin().opens("MOBILISE").isDone();
        this.worker = ledger.asNobody();
    }

    private String uploaded(long seed) {
        Answer file = worker.uploads(worker.path(SUBMISSIONS + "/files"), MadePicture.jpeg("工地清晨", 320, 200, seed));
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        return file.at("/sha256").stringValue();
    }

    private static Form photo(String sha256) {
        return new Form().with("unit", "FJ").with("submitter.kind", "INDIVIDUAL").with("submitter.name", "宇文投稿")
                .with("submitter.phone", "13800000061").with("title", "工地清晨").with("work", sha256);
    }

    private Answer submits(Desk desk, Form form) {
        return desk.posts(desk.path(SUBMISSIONS), form);
    }

    @Test
    void aWorkerSubmitsAndFollowsWhatBecomesOfIt() {
        Answer taken = submits(worker, photo(uploaded(1))).isRecorded();
        assertThat(taken.at("/receipt").stringValue()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        Answer fate = worker.gets(taken.location() + "?waitFor=" + taken.position()).isShown();
        assertThat(fate.at("/state").stringValue()).isEqualTo("SUBMITTED");
        assertThat(fate.text()).doesNotContain("宇文", "13800000061", "工地清晨");
        Answer accepted = ledger.as("host-photo").posts("/api/v1/entries/" + taken.id() + "/accept").isDone();
        String typed = taken.at("/receipt").stringValue().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(worker.reads("submissions/" + typed.replace(" ", "%20") + "?waitFor=" + accepted.position())
                .isShown().at("/state").stringValue()).isEqualTo("ACCEPTED");
        assertThat(ledger.as("fj").gets("/api/v1/entries/" + taken.id()).at("/via").stringValue())
                .isEqualTo("SELF_SERVICE");
    }

    @Test
    void sentTwiceItIsTheSameReceipt() {
        Form form = photo(uploaded(2));
        Desk impatient = worker.sending("Idempotency-Key", "tap-" + ledger.campaign());
        Answer first = submits(impatient, form).isRecorded();
        Answer again = submits(impatient, form).isRecorded().isAReplay();
        assertThat(again.json()).isEqualTo(first.json());
        submits(worker, form).isRefusedWith(409, "duplicate-record").hidingWhatExists();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        submits(worker, new Form().with("unit", "XX").with("submitter.kind", "INDIVIDUAL")
                .with("submitter.phone", "1").with("platform", "别处")).isRefusedWith(422, "validation-failed")
                .namingJust("unit unknown-unit", "submitter.name missing", "submitter.phone invalid-phone",
                        "title missing", "work missing", "platform not-taken-here");
    }

    @Test
    void aCategoryThatIsClosedToThePublicIsNone() {
        worker.posts(worker.path("categories/video/submissions"), photo("0")).isRefusedWith(404, "not-found");
        worker.uploads(worker.path("categories/video/submissions/files"), new byte[1]).isRefusedWith(404, "not-found");
        worker.posts(worker.path("categories/none/submissions"), photo("0")).isRefusedWith(404, "not-found");
        worker.posts(worker.path("entries"), photo("0")).isRefusedWith(401, "not-signed-in");
    }

    @Test
    void aCodeThatNobodyWasGivenLeadsNowhere() {
        worker.reads("submissions/0000-0000-0000-0000").isRefusedWith(404, "not-found");
        worker.reads("submissions/" + "9".repeat(65)).isRefusedWith(404, "not-found");
    }
}
