package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.reversing;

import java.util.List;
import org.campaignledger.platform.works.media.MadeDocument;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures: who files what for which requirement, who reads it, its document, its corrections. */
@AtTheDoor
class MeasuresTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk host;

    MeasuresTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.host = ledger.as("host-video");
    }

    private static Form measure(String requirement) {
        return new Form().with("requirement", requirement).with("title", "联合开展主题宣讲").with("on", "2019-06-20");
    }

    private Form ofVideo(String requirement) {
        return measure(requirement).with("category", "video");
    }

    private Answer files(Desk who, Form form) {
        return who.posts(who.path("measures"), form);
    }

    private List<String> ids(Desk who, String query) {
        return who.reads("measures?waitFor=" + ledger.head() + query).isShown().at("/items").valueStream()
                .map(item -> item.get("id").stringValue()).toList();
    }

    @Test
    void aReporterFilesForItsUnitAndReadsItBack() {
        Answer filed = files(fujian, measure("THEME").with("unit", "FJ").with("jointWith", "省委网信办")).isRecorded();
        Answer shown = fujian.gets(filed.location() + "?waitFor=" + filed.position()).isShown();
        assertThat(shown.at("/unit").stringValue()).isEqualTo("FJ");
        assertThat(shown.at("/requirement").stringValue()).isEqualTo("THEME");
        assertThat(shown.at("/on").stringValue()).isEqualTo("2019-06-20");
        assertThat(shown.at("/jointWith").stringValue()).isEqualTo("省委网信办");
        assertThat(shown.json().has("category")).isFalse();
        assertThat(shown.at("/versions")).hasSize(1);
    }

    @Test
    void aHostFilesForItsCategoryAndEachSeesTheirOwn() {
        String ofFujian = files(fujian, measure("REFORM").with("unit", "FJ")).isRecorded().id();
        Answer ofHost = files(host, ofVideo("SUMMARY")).isRecorded();
        assertThat(ids(fujian, "")).containsExactly(ofFujian);
        assertThat(ids(host, "")).containsExactly(ofHost.id());
        assertThat(ids(ledger.asAuditor(), "")).containsExactly(ofHost.id(), ofFujian);
        assertThat(ids(ledger.asAdmin(), "&category=video")).containsExactly(ofHost.id());
        assertThat(ids(ledger.asAdmin(), "&unit=FJ&requirement=REFORM&text=主题&from=2019-06-20&to=2019-06-20"))
                .containsExactly(ofFujian);
        assertThat(ids(ledger.asAdmin(), "&requirement=THEME")).isEmpty();
        assertThat(ids(ledger.as("gd"), "")).isEmpty();
        ledger.as("gd").reads("measures/" + ofFujian).isRefusedWith(404, "not-found");
        fujian.reads("measures/" + ofHost.id()).isRefusedWith(404, "not-found");
        ledger.as("host-song").reads("measures/" + ofHost.id()).isRefusedWith(404, "not-found");
        host.reads("measures/" + ofFujian).isRefusedWith(404, "not-found");
        host.reads("measures?category=song").isRefusedWith(403, "foreign-category");
        ledger.as("judge-bj").reads("measures").isRefusedWith(403, "wrong-role");
        ledger.asNobody().reads("measures").isRefusedWith(401, "not-signed-in");
    }

    @Test
    void theTrailTellsTheHostOfItsCategory() {
        Answer filed = files(host, ofVideo("COMMENDATION")).isRecorded();
        assertThat(host.reads("trail?type=MeasureFiled&waitFor=" + filed.position()).isShown().at("/items/0/position")
                .longValue()).isEqualTo(filed.position());
        assertThat(ledger.as("host-song").reads("trail?type=MeasureFiled&waitFor=" + filed.position()).isShown()
                .at("/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"requirement, SUMMARY, requirement-of-hosts", "requirement, DANCE, unknown-requirement",
            "on, 2019-04-30, outside-window", "on, 2019-12-01, outside-window",
            "title, 请致电13800000051, personal-data-in-text",
            "jointWith, 11010119900101100X, personal-data-in-text", "category, video, unit-and-category",
            "document, 0123, unknown-work"})
    void whatIsWrongIsSaid(String field, String value, String code) {
        files(fujian, measure("THEME").with("unit", "FJ").with(field, value)).isRefusedWith(422, code).naming(field,
                code);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        files(fujian, new Form().with("title", " ")).isRefusedWith(422, "validation-failed").namingJust(
                "unit unit-or-category-missing", "requirement missing", "on missing", "title blank");
        files(host, ofVideo("THEME")).isRefusedWith(422, "requirement-of-units");
        files(host, measure("SUMMARY").with("category", "song")).isRefusedWith(403, "foreign-category");
        files(fujian, measure("THEME").with("unit", "GD")).isRefusedWith(403, "foreign-unit");
        files(ledger.asAdmin(), measure("THEME").with("unit", "FJ")).isRefusedWith(403, "wrong-role");
        files(fujian, measure("THEME").with("unit", "FJ").with("more", 1)).isRefusedWith(400, "malformed");
        ledger.inCampaign("none").as("fj").posts("/api/v1/campaigns/none/measures", measure("THEME"))
                .isRefusedWith(404, "not-found");
    }

    @Test
    void itIsFiledInAnyPhaseUntilTheCampaignIsClosed() {
        ledger.asAdmin().closes("MOBILISE").isDone();
        files(fujian, measure("PUBLICITY").with("unit", "FJ").with("on", "2019-11-30")).isRecorded();
        ledger.asAdmin().closesTheCampaign().isDone();
        files(fujian, measure("PUBLICITY").with("unit", "FJ")).isRefusedWith(422, "campaign-closed");
    }

    @Test
    void itsDocumentIsForThoseWhoSeeIt() {
        byte[] pdf = MadeDocument.pdf(ledger.campaign());
        Answer upload = fujian.uploads(fujian.path("works"), pdf);
        assertThat(upload.at("/mediaType").stringValue()).isEqualTo("application/pdf");
        Form with = measure("LEADERSHIP").with("document", upload.at("/sha256").stringValue());
        files(host, with.with("requirement", "SUMMARY").with("category", "video")).isRefusedWith(422, "unknown-work");
        Answer filed = files(fujian, with.with("unit", "FJ")).isRecorded();
        String path = filed.location() + "/document";
        Answer read = ledger.asAuditor().gets(path + "?waitFor=" + filed.position()).isFound();
        assertThat(read.bytes()).isEqualTo(pdf);
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(read.header("Content-Type")).startsWith("application/pdf");
        ledger.as("gd").gets(path).isRefusedWith(404, "not-found");
        host.gets(path).isRefusedWith(404, "not-found");
        ledger.as("judge-bj").gets(path).isRefusedWith(403, "wrong-role");
        Answer without = files(fujian, measure("THEME").with("unit", "FJ")).isRecorded();
        fujian.gets(without.location() + "/document?waitFor=" + without.position()).isRefusedWith(404, "not-found");
    }

    @Test
    void aDocumentIsNoWorkOfTheCollection() {
        Answer upload = fujian.uploads(fujian.path("works"), MadeDocument.docx());
        assertThat(upload.status()).isEqualTo(201);
        fujian.sentence("entries", new Form().with("category", "activity").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("title", "夜校开讲").with("description", "每周一讲。")
                .with("work", upload.at("/sha256").stringValue())).asItIs().isRefusedWith(422, "media-not-of-category");
    }

    @Test
    void itIsAmendedAndReversedByFourEyes() {
        Answer filed = files(fujian, measure("THEME").with("unit", "FJ")).isRecorded();
        Answer asked = fujian.asksFor(amending(filed).to("title", "主题宣讲月").to("requirement", "PUBLICITY")
                .to("on", "2019-06-21")).isRecorded();
        Answer done = ledger.as("checker").approves(asked).isDone();
        Answer shown = fujian.gets(filed.location() + "?waitFor=" + done.position()).isShown();
        assertThat(shown.at("/title").stringValue()).isEqualTo("主题宣讲月");
        assertThat(shown.at("/requirement").stringValue()).isEqualTo("PUBLICITY");
        assertThat(shown.at("/occurredOn").stringValue()).isEqualTo("2019-06-21");
        assertThat(shown.at("/state").stringValue()).isEqualTo("AMENDED");
        assertThat(fujian.gets(filed.location() + "?position=" + filed.position()).isShown().at("/title").stringValue())
                .isEqualTo("联合开展主题宣讲");
        fujian.asksFor(amending(filed).to("requirement", "SUMMARY")).isRefusedWith(422, "requirement-of-hosts");
        Answer reversal = ledger.as("checker").approves(fujian.asksFor(reversing(filed)).isRecorded()).isDone();
        assertThat(ids(fujian, "&state=REVERSED")).containsExactly(filed.id());
        assertThat(reversal.position()).isGreaterThan(done.position());
    }

    @Test
    void anAdminAsksForCorrectionsOfAHostsMeasureAndAReporterCannot() {
        Answer filed = files(host, ofVideo("SUMMARY")).isRecorded();
        fujian.asksFor(reversing(filed)).isRefusedWith(404, "not-found");
        Answer asked = ledger.asAdmin().asksFor(amending(filed).to("jointWith", "省委网信办")).isRecorded();
        Answer done = ledger.as("checker").approves(asked).isDone();
        assertThat(host.gets(filed.location() + "?waitFor=" + done.position()).isShown().at("/jointWith").stringValue())
                .isEqualTo("省委网信办");
    }

    @Test
    void theSameKeyFilesOnce() {
        Desk keyed = fujian.sending("Idempotency-Key", "m-1");
        Answer first = files(keyed, measure("THEME").with("unit", "FJ")).isRecorded();
        assertThat(files(keyed, measure("THEME").with("unit", "FJ")).isAReplay().id()).isEqualTo(first.id());
    }
}
