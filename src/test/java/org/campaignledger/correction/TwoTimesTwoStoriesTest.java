package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Business date and recording date told apart through corrections, and quotas that change over time (rules 20, 22). */
@AtTheDoor
class TwoTimesTwoStoriesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;

    TwoTimesTwoStoriesTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
    }

    private JsonNode unit(String code, String question) {
        return ledger.asNobody().reads("progress" + question).isShown().json().path("units").valueStream()
                .filter(one -> one.path("unit").stringValue().equals(code)).findFirst().orElseThrow().path("metrics");
    }

    private long contacts(String question) {
        return unit("FJ", question).at("/contacts/actual").longValue();
    }

    @Test
    void aReversalIsOfTheDayOnWhichItHappenedAndOfTheMomentAtWhichItWasDecided() {
        Answer held = fujian.holds(anEvent().with("contacts", 30)).on("2019-06-10").isRecorded();
        Answer later = fujian.holds(anEvent().with("contacts", 7)).on("2019-07-10").isRecorded();
        Answer approved = checker.approves(fujian.asksFor(reversing(held)).isRecorded()).isDone();
        long now = approved.position();
        assertThat(contacts("?waitFor=" + now)).isEqualTo(7);
        assertThat(contacts("?on=2019-06-30")).as("June as it is known now").isZero();
        assertThat(contacts("?position=" + later.position())).as("as it was known then").isEqualTo(37);
        assertThat(contacts("?on=2019-06-30&position=" + later.position())).as("June as it was known then")
                .isEqualTo(30);
    }

    @Test
    void anAmendedDateMovesTheFigureFromOneDayToTheOther() {
        Answer held = fujian.holds(anEvent().with("contacts", 30)).on("2019-06-10").isRecorded();
        Answer approved = checker.approves(fujian.asksFor(amending(held).to("occurredOn", "2019-07-20")).isRecorded())
                .isDone();
        assertThat(contacts("?on=2019-06-30&waitFor=" + approved.position())).isZero();
        assertThat(contacts("?on=2019-07-31")).isEqualTo(30);
        assertThat(contacts("?on=2019-06-30&position=" + held.position())).isEqualTo(30);
    }

    @Test
    void anAmendedUnitMovesTheFigureFromOneAllocationToTheOther() {
        Answer held = fujian.holds(anEvent().with("contacts", 30)).on("2019-06-10").isRecorded();
        Answer asked = admin.asksFor(amending(held).to("unit", "GD")).isRecorded();
        JsonNode figures = checker.reviews(asked).at("/effect/figures");
        assertThat(figures.valueStream().filter(figure -> figure.path("metric").stringValue().equals("events"))
                .map(figure -> figure.path("unit").asString("") + " " + figure.at("/before/actual").longValue() + " "
                        + figure.at("/after/actual").longValue() + " of " + figure.at("/after/target").longValue()))
                .as("nationally nothing changes").containsExactlyInAnyOrder("FJ 1 0 of 100", "GD 0 1 of 100");
        Answer approved = checker.approves(asked).isDone();
        assertThat(unit("FJ", "?waitFor=" + approved.position()).at("/events/actual").longValue()).isZero();
        assertThat(unit("GD", "").at("/events/actual").longValue()).isEqualTo(1);
        assertThat(unit("GD", "").at("/contacts/actual").longValue()).isEqualTo(30);
        Answer gone = fujian.gets("/api/v1/trail/" + approved.position() + "?waitFor=" + approved.position());
        assertThat(gone.isShown().at("/corrects/position").longValue()).isEqualTo(held.position());
    }

    private static List<Map<String, Object>> shares(long fujian, long guangdong, long guangxi) {
        return List.of(Map.of("unit", "FJ", "events", fujian), Map.of("unit", "GD", "events", guangdong),
                Map.of("unit", "GX", "events", guangxi));
    }

    private long allocation(String unit, String question) {
        return unit(unit, question).at("/events/target").longValue();
    }

    @Test
    void reallocatedEventsHoldFromTheirPositionAndAddUp() {
        long fj = allocation("FJ", "");
        long gd = allocation("GD", "");
        long gx = allocation("GX", "");
        admin.posts(admin.path("allocations"), new Form().with("reason", "均衡任务").with("changes",
                shares(fj + 10, gd, gx))).isRefusedWith(422, "allocations-do-not-add-up");
        Answer asked = admin.posts(admin.path("allocations"), new Form().with("reason", "均衡任务").with("changes",
                shares(fj + 10, gd - 4, gx - 6)));
        assertThat(asked.status()).isEqualTo(202);
        Answer approved = checker.approves(asked).isDone();
        assertThat(allocation("FJ", "?waitFor=" + approved.position())).isEqualTo(fj + 10);
        assertThat(allocation("GX", "")).isEqualTo(gx - 6);
        assertThat(allocation("FJ", "?position=" + (approved.position() - 1))).isEqualTo(fj);
        assertThat(ledger.asNobody().reads("progress").at("/targets").valueStream()
                .filter(target -> target.path("metric").stringValue().equals("events")).findFirst().orElseThrow()
                .path("target").longValue()).isEqualTo(3_000);
    }

    @Test
    void anAllocatedTargetChangesWithItsAllocations() {
        long fj = allocation("FJ", "");
        admin.posts(admin.path("targets/events"), new Form().with("reason", "扩大规模").with("target", 3_100))
                .isRefusedWith(422, "allocations-do-not-add-up");
        Answer asked = admin.posts(admin.path("targets/events"), new Form().with("reason", "扩大规模")
                .with("target", 3_100).with("changes", List.of(Map.of("unit", "FJ", "events", fj + 100))));
        Answer approved = checker.approves(asked).isDone();
        assertThat(allocation("FJ", "?waitFor=" + approved.position())).isEqualTo(fj + 100);
        assertThat(ledger.asNobody().reads("").at("/targets/events").longValue()).isEqualTo(3_100);
    }

    @Test
    void whoeverReviewedOtherQuotasReviewsAnew() {
        Answer first = admin.posts(admin.path("targets/contacts"), new Form().with("reason", "调整").with("target",
                510_000));
        Answer second = admin.posts(admin.path("targets/contacts"), new Form().with("reason", "再调整").with("target",
                520_000));
        long seen = checker.reviews(second).at("/reviewedVersion").longValue();
        checker.approves(first).isDone();
        Answer stale = checker.approves(second, seen).isRefusedWith(409, "stale-review");
        assertThat(stale.at("/effect/figures/0/before/target").longValue()).isEqualTo(510_000);
        checker.approves(second, stale.at("/reviewedVersion").longValue()).isDone();
    }

    @Test
    void widerBoundsHoldForWhatIsRecordedAfterwards() {
        fujian.holds(anEvent().with("contacts", 100_001)).on("2019-06-01").isRefusedWith(422, "implausible-figure");
        checker.approves(admin.posts(admin.path("bounds"), new Form().with("reason", "大型活动").with("contactsPerEvent",
                200_000))).isDone();
        fujian.holds(anEvent().with("contacts", 100_001)).on("2019-06-01").isRecorded();
        checker.approves(admin.posts(admin.path("bounds"), new Form().with("reason", "收紧").with("contactsPerEvent",
                1_000))).isDone();
        fujian.holds(anEvent().with("contacts", 1_001)).on("2019-06-01").isRefusedWith(422, "implausible-figure");
    }
}
