package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Rule 23 of an individual who submitted a work, with all that they wrote, and of a contact person: once erased, gone. */
@AtTheDoor
class NoTraceOfASubmitterTest {

    private static final String SUBMITTER = "公冶无痕交稿";
    private static final String CONTACT = "公冶无痕联系";
    private static final String TITLE = "一个人的题目无痕";
    private static final String TEXT = "一个人自己写的说明无痕";
    private static final List<String> TRACES = List.of(SUBMITTER, CONTACT, TITLE, TEXT, "13800000861", "13800000862");

    private final Ledger ledger;
    private final Desk fujian;

    NoTraceOfASubmitterTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
    }

    private Map<String, String> everythingThatIsShownAfter(long position) throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (Desk desk : List.of(fujian, ledger.as("host-photo"), ledger.asAdmin(), ledger.asAuditor())) {
            for (String question : List.of("entries", "entries?text=" + TITLE, "latest", "showcase", "progress",
                    "categories/photo/contacts", "trail?limit=500")) {
                String and = question.contains("?") ? "&" : "?";
                Answer answer = desk.reads(question + and + "waitFor=" + position);
                shown.put(question + " " + shown.size(), answer.text().replace(TITLE, question.contains(TITLE)
                        ? ""
                        : TITLE));
            }
            shown.put("trail as CSV " + shown.size(), desk.sending("Accept", "text/csv").reads("trail").text());
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ledger.asNobody().gets("/log/proof/" + position)
                .isFound());
        shown.put("events as exported", ledger.asAuditor().gets("/api/v1/ledger/events").isFound().text());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                ledger.asAuditor().gets("/api/v1/archive").isFound().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                shown.put("archive, " + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        shown.put("metrics", ledger.asAdmin().watches("/actuator/prometheus").text());
        return shown;
    }

    private List<String> tracesIn(Map<String, String> shown) {
        List<String> traces = new ArrayList<>();
        for (String text : TRACES) {
            traces.addAll(InTheClear.placesOf(ledger, text));
            shown.forEach((place, content) -> InTheClear.formsOf(text).stream().filter(content::contains)
                    .forEach(form -> traces.add(place + " holds " + form)));
        }
        return traces;
    }

    @Test
    void thereIsNoneOnceTheyAreErased() throws IOException {
        Answer file = fujian.uploads(fujian.path("works"), MadePicture.jpeg("无痕", 320, 240, 61));
        Answer submitted = fujian.sentence("entries", new Form().with("category", "photo").with("work", file.at(
                "/sha256").stringValue())
                .with("submitter.kind", "INDIVIDUAL").with("submitter.name", SUBMITTER)
                .with("submitter.phone", "13800000861").with("title", TITLE).with("description", TEXT)).asItIs()
                .isRecorded();
        Answer named = ledger.asAdmin().posts(ledger.asAdmin().path("categories/photo/contacts"), new Form()
                .with("name", CONTACT).with("phone", "13800000862").with("host", "安徽省总工会").with("public", true))
                .isRecorded();
        String submitter = fujian.gets(submitted.location() + "?waitFor=" + named.position()).isShown().at("/subject")
                .stringValue();
        Answer contacts = ledger.asAdmin().reads("categories/photo/contacts?waitFor=" + named.position());
        assertThat(contacts.text()).contains(CONTACT);
        String contact = contacts.at("/items/0/subject").stringValue();
        assertThat(fujian.gets(submitted.location()).text()).contains(SUBMITTER, TITLE, TEXT);
        assertThat(InTheClear.placesOf(ledger, SUBMITTER)).as("not even while they are known").isEmpty();
        assertThat(InTheClear.placesOf(ledger, CONTACT)).isEmpty();
        assertThat(InTheClear.placesOf(ledger, TEXT)).isEmpty();

        ledger.asAdmin().erases(submitter, "本人要求").isDone();
        Answer last = ledger.asAdmin().erases(contact, "本人要求").isDone();
        Map<String, String> left = everythingThatIsShownAfter(last.position());
        assertThat(left.get("events as exported")).contains("PersonalDataErased", submitted.id());
        assertThat(tracesIn(left)).isEmpty();
    }
}
