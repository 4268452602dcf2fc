package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.CorrectionForm.reversingAll;
import static org.campaignledger.testing.Forms.anEvent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One request about many records: how they are chosen, what is refused, and where it is seen afterwards. */
@AtTheDoor
class ManyRecordsAtOnceTest {

    private static final String SELECTION = "/api/v1/corrections/selection";
    private static final int MORE_THAN_AN_EVENT_NAMES = 101;

    private final Ledger ledger;
    private final Ledger other;
    private final Desk fujian;
    private final Desk checker;

    ManyRecordsAtOnceTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.other = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.checker = ledger.as("checker");
    }

    private List<Answer> events(int number, String title) {
        List<Answer> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            events.add(fujian.holds(anEvent().with("title", title + " " + i)).on("2019-06-01").isRecorded());
        }
        return events;
    }

    private static List<String> ids(List<Answer> records) {
        return records.stream().map(Answer::id).toList();
    }

    private Form filter(String text) {
        return new Form().with("campaign", ledger.campaign()).with("kind", "events").with("text", text);
    }

    private static CorrectionForm reversing(List<String> ids) {
        return reversingAll(List.of()).with("recordIds", ids);
    }

    private JsonNode lifeOf(String event, Answer last) {
        return fujian.reads("events/" + event + "?waitFor=" + last.position()).isShown().at("/corrections");
    }

    @Test
    void aFilterIsSeenAsAListBeforeAnythingIsAskedFor() {
        List<Answer> events = events(3, "重复导入");
        events(1, "另一场");
        long head = ledger.head();
        JsonNode found = fujian.posts(SELECTION, filter("重复导入")).isFound().json();
        assertThat(found.get("count").intValue()).isEqualTo(3);
        assertThat(found.get("recordIds").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(ids(events));
        assertThat(ledger.head()).isEqualTo(head);
        ledger.as("gd").posts(SELECTION, filter("重复导入")).isRefusedWith(422, "nothing-found")
                .naming("filter", "nothing-found");
        fujian.posts(SELECTION, new Form().with("campaign", ledger.campaign()).with("kind", "unicorns"))
                .isRefusedWith(422, "unknown-register");
        ledger.asAuditor().posts(SELECTION, filter("重复导入")).isRefusedWith(403, "wrong-role");
    }

    @Test
    void whatAFilterFoundIsWhatIsAskedFor() {
        List<Answer> events = events(2, "整批重复");
        Answer asked = fujian.asksFor(reversingAll(List.of()).without("recordIds").with("filter",
                filter("整批重复").json())).isRecorded();
        fujian.holds(anEvent().with("title", "整批重复 之后")).on("2019-06-01").isRecorded();
        JsonNode listed = checker.gets("/api/v1/corrections/" + asked.id() + "/records").isShown().json();
        assertThat(listed.valueStream().map(JsonNode::asString)).containsExactlyElementsOf(ids(events));
        assertThat(checker.reviews(asked).at("/count").intValue()).isEqualTo(2);
        ledger.as("gd").gets("/api/v1/corrections/" + asked.id() + "/records").isRefusedWith(404, "not-found");
    }

    @Test
    void noMoreThanTenThousandAndEachOnce() {
        List<String> tooMany = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "r" + i).toList();
        fujian.asksFor(reversing(tooMany)).isRefusedWith(422, "too-many-records")
                .naming("recordIds", "too-many-records");
        String event = events(1, "写了两遍").getFirst().id();
        fujian.asksFor(reversing(List.of(event, event))).isRefusedWith(422, "named-twice")
                .naming("recordIds", "named-twice");
    }

    @Test
    void allOfOneCampaign() {
        Answer here = events(1, "这一届").getFirst();
        Answer there = other.as("fj").holds(anEvent()).on("2019-06-01").isRecorded();
        ledger.asAdmin().asksFor(reversing(List.of(here.id(), there.id()))).isRefusedWith(422, "different-campaigns")
                .naming("recordIds", "different-campaigns");
    }

    @ParameterizedTest
    @CsvSource({"2,REJECTED", "2,WITHDRAWN", "101,REJECTED"})
    void whateverCameOfItItIsInTheLifeOfEachRecord(int number, String state) {
        List<String> events = ids(events(number, "逐条可见 " + state));
        Answer asked = fujian.asksFor(reversing(events)).isRecorded();
        assertThat(lifeOf(events.getLast(), asked).at("/0/state").asString()).isEqualTo("REQUESTED");
        Answer ended = state.equals("REJECTED")
                ? checker.rejects(asked).isDone()
                : fujian.posts("/api/v1/corrections/" + asked.id() + "/withdraw").isDone();
        for (String event : List.of(events.getFirst(), events.getLast())) {
            JsonNode life = lifeOf(event, ended);
            assertThat(life).hasSize(1);
            assertThat(life.at("/0/id").asString()).isEqualTo(asked.id());
            assertThat(life.at("/0/state").asString()).isEqualTo(state);
        }
        assertThat(fujian.gets("/c/" + ledger.campaign() + "/registers/events/" + events.getLast() + "?lang=zh")
                .isFound().text()).contains("/corrections/" + asked.id());
    }

    @Test
    void soItIsAfterARebuild() {
        List<String> events = ids(events(MORE_THAN_AN_EVENT_NAMES, "重建之后"));
        Answer rejected = checker.rejects(fujian.asksFor(reversing(events)).isRecorded()).isDone();
        String rebuild = "/api/v1/operations/projections/correction-records/rebuild";
        assertThat(ledger.asAdmin().posts(rebuild).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> ledger.asAdmin().gets(rebuild).at("/state").asString()
                .equals("DONE"));
        assertThat(lifeOf(events.getLast(), rejected).at("/0/state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void longOnesAreToldAsFarAsTheyFitAndAllTakenBack() {
        List<String> works = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            works.add(fujian.sentence("entries", EntriesTest.aCase("长说明 " + i).with("description",
                    "长".repeat(10_000))).asItIs().isRecorded().id());
        }
        Answer asked = fujian.asksFor(reversing(works)).isRecorded();
        JsonNode effect = checker.reviews(asked).at("/effect");
        assertThat(effect.get("count").intValue()).isEqualTo(40);
        assertThat(effect.get("records")).hasSizeBetween(5, 39);
        assertThat(checker.gets("/corrections/" + asked.id() + "?lang=zh").isFound().text())
                .contains("/corrections/" + asked.id() + "/records");
        Answer done = checker.approves(asked).isDone();
        assertThat(fujian.reads("entries/" + works.getLast() + "?waitFor=" + done.position()).isShown().at("/state")
                .asString()).isEqualTo("REVERSED");
    }

    @Test
    void aRevisionNamesWhatItRevises() {
        Desk admin = ledger.asAdmin();
        Answer asked = admin.posts(admin.path("targets/organizations"), new Form().with("target", 999_999)
                .with("reason", "扩大规模"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        String target = ledger.campaign() + "/organizations";
        assertThat(checker.reviews(asked).at("/recordId").asString()).isEqualTo(target);
        assertThat(checker.reads("corrections?recordId=" + target + "&waitFor=" + asked.position()).isShown()
                .at("/items/0/id").asString()).isEqualTo(asked.id());
        assertThat(checker.gets("/corrections?lang=zh").isFound().text()).contains("<code>" + target + "</code>");
    }
}
