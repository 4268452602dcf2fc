package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.campaignledger.platform.works.made.Boxes;
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

    /** Rule 15: of the id, which its judges will see, nothing can be told. */
    @Test
    void theIdOfItsEntryTellsNothing() {
        assertThat(UUID.fromString(submits(worker, photo(uploaded(9))).isRecorded().id()).version()).isEqualTo(4);
    }

    @Test
    void theReceiptTellsOfAnAwardAsLongAsItStands() {
        ledger.asAdmin().opens("RECOMMEND").isDone();
        ledger.asAdmin().opens("JUDGE").isDone();
        Answer taken = submits(worker, photo(uploaded(10))).isRecorded();
        String entry = "/api/v1/entries/" + taken.id();
        Desk host = ledger.as("host-photo");
        host.posts(entry + "/accept").isDone();
        ledger.as("fj").posts(entry + "/recommend").isDone();
        host.posts(host.path("categories/photo/judging/open"), JudgedCategory.terms().with("minScores", 1)).isDone();
        ledger.as("judge-bj");
        host.posts(entry + "/judges", new Form().with("judge", "judge-bj")).isRecorded();
        ledger.as("judge-bj").puts(entry + "/scores/mine", new Form().with("scores.content", 9).with("scores.form", 9))
                .isDone();
        Answer closed = host.posts(host.path("categories/photo/judging/close")).isDone();
        String fate = taken.location() + "?waitFor=";
        assertThat(worker.gets(fate + closed.position()).isShown().json().has("award")).isFalse();
        Answer award = host.posts(entry + "/awards", new Form().with("level", "二等奖")).isRecorded();
        Answer told = worker.gets(fate + award.position()).isShown();
        assertThat(told.at("/award/level").stringValue()).isEqualTo("二等奖");
        assertThat(told.at("/award/position").longValue()).isEqualTo(award.position());
        assertThat(told.at("/award/on").stringValue()).isNotBlank();
        assertThat(told.text()).doesNotContain("宇文", "13800000061", "工地清晨", taken.id());
        Answer revoked = host.posts("/api/v1/awards/" + award.id() + "/revoke", new Form().with("reason", "复核有误"))
                .isDone();
        assertThat(worker.gets(fate + revoked.position()).isShown().json().has("award")).isFalse();
    }

    /** One byte too many is one too many, whether or not the request says how many there are. */
    @Test
    void aFileThatIsLongerThanTheCategoryTakesIsRefusedAsItComes() throws Exception {
        byte[] file = MadePicture.jpeg("工地清晨", 320, 200, 11);
        Ledger small = ledger.withCampaign(form -> form.with("/categories/2/selfService", true)
                .with("/categories/2/work/maxBytes", file.length - 1));
        small.asAdmin().opens("MOBILISE").isDone();
        Desk sender = small.asNobody();
        String path = sender.path(SUBMISSIONS + "/files");
        sender.uploads(path, file).isRefusedWith(413, "too-large");
        String head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"work\"\r\n\r\n";
        byte[] body = Boxes.join(head.getBytes(StandardCharsets.UTF_8), file, "\r\n--part--\r\n".getBytes(
                StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(small.address() + path))
                    .header("Content-Type", "multipart/form-data; boundary=part")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.body()).contains("too-large", String.valueOf(file.length - 1));
        }
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
