package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever submits a work or is named as a contact of a category is shown as far as they may be (rules 23 and 24). */
@AtTheDoor
class PeopleOfEntriesTest {

    private final Ledger ledger;

    PeopleOfEntriesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
    }

    @Test
    void whatAnIndividualWroteStandsNowhereInTheClear() {
        Ledger cases = ledger.withCampaign(form -> form.with("/categories/6/work", Map.of("media", "CASE")));
        cases.asAdmin().opens("MOBILISE").isDone();
        Desk reporter = cases.as("fj");
        Answer entry = reporter.sentence("entries", new Form().with("category", "lesson")
                .with("submitter.kind", "INDIVIDUAL").with("submitter.name", "夏侯甲乙丙").with("submitter.phone",
                        "13800000031").with("title", "焊枪不说谎").with("description", "十年手记里的一页")).asItIs()
                .isRecorded();
        String shown = entry.location() + "?waitFor=" + entry.position();
        assertThat(reporter.gets(shown).isShown().text()).contains("夏侯甲乙丙", "13800000031", "焊枪不说谎");
        assertThat(cases.as("host-lesson").gets(shown).isShown().text()).contains("夏侯甲乙丙", "焊枪不说谎");
        assertThat(cases.asAuditor().gets(shown).isShown().text()).contains("焊枪不说谎").doesNotContain("夏侯");
        assertThat(reporter.reads("entries?text=枪不说&waitFor=" + entry.position()).isShown().at("/items"))
                .hasSize(1);
        assertThat(reporter.reads("entries?text=枪说").isShown().at("/items")).isEmpty();
        for (String secret : List.of("夏侯甲乙丙", "13800000031", "焊枪不说谎", "十年手记里的一页")) {
            assertThat(InTheClear.placesOf(ledger, secret)).isEmpty();
        }
        String subject = cases.asAdmin().gets(shown).at("/subject").stringValue();
        Answer erased = cases.asAdmin().erases(subject, "本人要求").isDone();
        JsonNode after = reporter.gets(entry.location() + "?waitFor=" + erased.position()).isShown().json();
        assertThat(after.get("erased").booleanValue()).isTrue();
        assertThat(after.toString()).doesNotContain("夏侯", "焊枪");
        assertThat(reporter.reads("entries?text=枪不说").isShown().at("/items")).isEmpty();
        reporter.posts("/api/v1/entries/" + entry.id() + "/amend", new Form().with("title", "还是改一下"))
                .isRefusedWith(422, "person-erased");
    }

    @Test
    void aContactIsShownAsFarAsItMayBe() {
        String path = ledger.asAdmin().path("categories/activity/contacts");
        Form contact = new Form().with("name", "轩辕公开").with("phone", "13800000041").with("host", "河北省总工会");
        Answer open = ledger.asAdmin().posts(path, contact.with("public", true)).isRecorded();
        Answer hidden = ledger.asAdmin().posts(path, contact.with("name", "轩辕内部")).isRecorded();
        String seen = path + "?waitFor=" + hidden.position();
        assertThat(ledger.asNobody().gets(seen).isShown().text()).contains("轩辕公开").doesNotContain("内部");
        assertThat(ledger.as("host-activity").gets(seen).isShown().text()).contains("轩辕公开", "轩辕内部");
        ledger.asNobody().gets(open.location()).isShown();
        ledger.asNobody().gets(hidden.location()).isRefusedWith(404, "not-found");
        String subject = ledger.asAdmin().gets(open.location()).at("/subject").stringValue();
        Answer erased = ledger.asAdmin().erases(subject, "已调离").isDone();
        assertThat(ledger.asNobody().gets(path + "?waitFor=" + erased.position()).text()).doesNotContain("轩辕");
        ledger.asAdmin().posts(path, contact.with("host", "别的总工会").without("name"))
                .isRefusedWith(422, "validation-failed").namingJust("name missing", "host unknown-host");
        ledger.as("fj").posts(path, contact).isRefusedWith(403, "wrong-role");
    }
}
