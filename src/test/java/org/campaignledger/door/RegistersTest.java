package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.offlineEvent;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Registers: what a record shows, who sees which, filters, and paging to the end without loss or repetition. */
@AtTheDoor
class RegistersTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk guangdong;

    RegistersTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.guangdong = ledger.as("gd");
    }

    private static List<String> ids(Answer page) {
        return page.isShown().at("/items").valueStream().map(item -> item.get("id").stringValue()).toList();
    }

    private static List<String> newestFirst(List<Answer> recorded) {
        List<String> ids = new ArrayList<>(recorded.stream().map(Answer::id).toList());
        Collections.reverse(ids);
        return ids;
    }

    private static List<String> toTheEnd(Desk desk, String question) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            Answer page = desk.reads(question + after);
            assertThat(page.isShown().at("/items")).isNotEmpty();
            all.addAll(ids(page));
            after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
        } while (!after.isEmpty());
        return all;
    }

    @Test
    void pagesGoToTheEnd() {
        List<Answer> recorded = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            recorded.add(fujian.mobilizes(aUnion()).on("2019-06-0" + (1 + i % 9)).isRecorded());
            guangdong.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        }
        for (int limit : new int[]{1, 2, 3, 7, 11, 12, 500}) {
            String question = "mobilizations?limit=" + limit + "&waitFor=" + ledger.head();
            assertThat(toTheEnd(fujian, question)).as("limit " + limit).isEqualTo(newestFirst(recorded));
        }
    }

    @Test
    void whatIsAddedMeanwhileMovesNoPage() {
        List<Answer> recorded = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            recorded.add(fujian.holds(anEvent()).on("2019-06-01").isRecorded());
        }
        Answer first = fujian.reads("events?limit=3&waitFor=" + ledger.head()).isShown();
        fujian.holds(anEvent()).on("2019-06-01").isRecorded();
        Answer second = fujian.reads("events?limit=3&waitFor=" + ledger.head() + "&after=" + first.at("/next")
                .stringValue()).isShown();
        List<String> both = new ArrayList<>(ids(first));
        both.addAll(ids(second));
        assertThat(both).isEqualTo(newestFirst(recorded));
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void reportersSeeTheirOwnAndOthersSeeAll() {
        Answer ours = fujian.recruits(aPerson()).on("2019-06-01").isRecorded();
        Answer theirs = guangdong.recruits(aPerson()).on("2019-06-01").isRecorded();
        String waiting = "waitFor=" + theirs.position();
        assertThat(ids(fujian.reads("propagandists?" + waiting))).containsExactly(ours.id());
        assertThat(ids(guangdong.reads("propagandists?" + waiting))).containsExactly(theirs.id());
        assertThat(ids(ledger.asAuditor().reads("propagandists?" + waiting))).containsExactly(theirs.id(),
                ours.id());
        assertThat(ids(ledger.asAdmin().reads("propagandists?unit=FJ&" + waiting))).containsExactly(ours.id());
        assertThat(ids(fujian.reads("propagandists?unit=GD&" + waiting))).isEmpty();
        assertThat(ids(ledger.asAuditor().reads("propagandists?unit=ATLANTIS&" + waiting))).isEmpty();
    }

    @Test
    void byDaysOnWhichItOccurred() {
        Answer first = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer second = fujian.mobilizes(aUnion()).on("2019-06-15").isRecorded();
        Answer third = fujian.mobilizes(aUnion()).on("2019-06-30").isRecorded();
        String waiting = "&waitFor=" + third.position();
        assertThat(ids(fujian.reads("mobilizations?from=2019-06-15" + waiting))).containsExactly(third.id(),
                second.id());
        assertThat(ids(fujian.reads("mobilizations?to=2019-06-15" + waiting))).containsExactly(second.id(),
                first.id());
        assertThat(ids(fujian.reads("mobilizations?from=2019-06-02&to=2019-06-29" + waiting)))
                .containsExactly(second.id());
        assertThat(ids(fujian.reads("mobilizations?from=2019-07-01" + waiting))).isEmpty();
        assertThat(ids(fujian.reads("mobilizations?limit=1&from=2019-06-15&after=" + third.position())))
                .containsExactly(second.id());
    }

    @Test
    void byAPartOfTheText() {
        Answer percent = fujian.mobilizes(union("百分之百_100%工会").code("TXT100100")).on("2019-06-01").isRecorded();
        Answer other = fujian.mobilizes(union("Hundred Percent Union").code("TXT200200")).on("2019-06-01")
                .isRecorded();
        String waiting = "&waitFor=" + other.position();
        assertThat(ids(fujian.reads("mobilizations?text=hundred%20per" + waiting))).containsExactly(other.id());
        assertThat(ids(fujian.reads("mobilizations?text=txt" + waiting))).containsExactly(other.id(), percent.id());
        assertThat(ids(fujian.reads("mobilizations?text=%25" + waiting))).containsExactly(percent.id());
        assertThat(ids(fujian.reads("mobilizations?text=_1" + waiting))).containsExactly(percent.id());
        assertThat(ids(fujian.reads("mobilizations?text=%5C" + waiting))).isEmpty();
        assertThat(ids(fujian.reads("mobilizations?text=%E7%99%BE%E5%88%86" + waiting))).containsExactly(
                percent.id());
        assertThat(ids(fujian.reads("mobilizations?text='%20or%20true--" + waiting))).isEmpty();
        Answer event = fujian.holds(offlineEvent("宣讲").at("三号车间")).on("2019-06-01").isRecorded();
        assertThat(ids(fujian.reads("events?text=%E8%BD%A6%E9%97%B4&waitFor=" + event.position())))
                .containsExactly(event.id());
    }

    @Test
    void whatARecordShows() {
        Answer answer = fujian.mobilizes(union(" 全角ＡＢ　工会 ").code("ab 99 001").employing(321)).on("2019-06-01")
                .isRecorded();
        JsonNode item = fujian.gets(answer.location() + "?waitFor=" + answer.position()).isShown().json();
        assertThat(item.at("/organization/name").stringValue()).isEqualTo("全角AB 工会");
        assertThat(item.at("/organization/code").stringValue()).isEqualTo("AB99001");
        assertThat(item.get("employees").longValue()).isEqualTo(321);
        assertThat(item.get("unit").stringValue()).isEqualTo("FJ");
        assertThat(item.get("campaign").stringValue()).isEqualTo(ledger.campaign());
        assertThat(item.get("occurredOn").stringValue()).isEqualTo("2019-06-01");
        assertThat(item.get("state").stringValue()).isEqualTo("RECORDED");
        assertThat(item.get("recordedAt").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        Answer report = fujian.reports(reach("short_video", 12).andOnward(34)).between("2019-06-01", "2019-06-02")
                .isRecorded();
        JsonNode shown = fujian.gets(report.location() + "?waitFor=" + report.position()).isShown().json();
        assertThat(shown.get("channel").stringValue()).isEqualTo("SHORT_VIDEO");
        assertThat(shown.get("from").stringValue()).isEqualTo("2019-06-01");
        assertThat(shown.get("occurredOn").stringValue()).isEqualTo("2019-06-02");
        assertThat(shown.get("direct").longValue()).isEqualTo(12);
        assertThat(shown.get("secondary").longValue()).isEqualTo(34);
    }

    @Test
    void aRecordShowsWhatTheListDoesAndItsLife() {
        Answer answer = fujian.holds(anEvent().meeting(5)).on("2019-06-01").isRecorded();
        JsonNode one = fujian.gets(answer.location() + "?waitFor=" + answer.position()).isShown().json();
        JsonNode listed = fujian.reads("events?limit=1").isShown().at("/items/0");
        listed.properties().forEach(field -> assertThat(one.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(one.at("/versions")).containsExactly(listed);
        assertThat(one.at("/corrections")).isEmpty();
        assertThat(one.at("/mergedFrom")).isEmpty();
    }
}
