package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What everybody may open: units ranked, the wall, the dashboard inside another site's page. */
@AtTheDoor
class PublicPagesTest {

    private final Ledger ledger;
    private final Desk everyone;
    private final String root;

    PublicPagesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.everyone = ledger.asNobody();
        this.root = "/c/" + ledger.campaign();
    }

    private String page(String path) {
        String html = everyone.gets(root + path).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    @Test
    void smallLinesTellWhatEachUnitHadReachedByTheEndOfEachWeek() {
        ledger.as("fj").holds(anEvent().meeting(10)).on("2019-05-03").isRecorded();
        long last = ledger.as("fj").holds(anEvent().meeting(5)).on("2019-05-20").isRecorded().position();
        JsonNode lines = everyone.reads("progress/sparklines?metric=contacts&waitFor=" + last).isShown().json();
        assertThat(lines.path("days").get(0).asString()).isEqualTo("2019-05-07");
        assertThat(lines.path("units")).hasSize(35);
        JsonNode fujian = lines.path("units").valueStream().filter(line -> line.path("unit").asString().equals("FJ"))
                .findFirst().orElseThrow().path("cumulative");
        assertThat(fujian).hasSize(lines.path("days").size());
        assertThat(fujian.get(0).asLong()).isEqualTo(10);
        assertThat(fujian.get(1).asLong()).isEqualTo(10);
        assertThat(fujian.get(2).asLong()).isEqualTo(15);
        assertThat(everyone.reads("progress/sparklines?metric=none").status()).isEqualTo(422);
    }

    @Test
    void smallLinesOfAnEarlierPositionDoNotKnowWhatCameLater() {
        Answer first = ledger.as("fj").holds(anEvent().meeting(10)).on("2019-05-20").isRecorded();
        ledger.as("fj").holds(anEvent().meeting(5)).on("2019-05-03").isRecorded();
        Answer then = everyone.reads("progress/sparklines?metric=contacts&position=" + first.position()).isShown();
        assertThat(then.position()).isEqualTo(first.position());
        JsonNode fujian = then.json().path("units").valueStream().filter(line -> line.path("unit").asString().equals(
                "FJ")).findFirst().orElseThrow().path("cumulative");
        assertThat(fujian.get(0).asLong()).isZero();
        assertThat(fujian.get(2).asLong()).isEqualTo(10);
        assertThat(page("/units?metric=contacts&position=" + first.position())).contains("<path");
    }

    @Test
    void theUnitThatLeadsStandsFirst() {
        ledger.progressAfter(ledger.as("gd").holds(anEvent().meeting(10)).on("2019-05-03").isRecorded().position());
        String html = page("/units?metric=contacts&order=actual&lang=zh");
        assertThat(html.indexOf("data-unit-row=\"GD\"")).isPositive().isLessThan(html.indexOf("data-unit-row=\"BJ\""));
        assertThat(page("/units?kind=INDUSTRY&lang=en")).contains("data-unit-row=\"RAIL\"")
                .doesNotContain("data-unit-row=\"GD\"");
        assertThat(page("/units?on=2019-05-02&lang=zh")).contains("2019-05-02", "您看到的是过去");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/units?metric=%3Cscript%3E&order=x&kind=y", "/units?on=2019-13-77", "/units?position=-4",
            "/units?position=999999999", "?embed=1&show=none&unit=ZZ&on=x", "/wall?lang=xx", "?on=x", "?position=abc",
            "?position=-4"})
    void whatCannotBeReadIsTakenAsNow(String path) {
        assertThat(page(path)).doesNotContain("<script>&");
    }

    @Test
    void onlyTheEmbeddedDashboardMayBeFramed() {
        Answer embedded = everyone.gets(root + "?embed=1");
        assertThat(embedded.isFound().header("Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(embedded.header("X-Frame-Options")).isNull();
        for (String other : new String[]{"", "/wall?embed=1", "/units?embed=1", "?embed=2", "/sealed-log"}) {
            Answer page = everyone.gets(root + other);
            assertThat(page.header("X-Frame-Options")).as(other).isEqualTo("DENY");
            assertThat(page.header("Content-Security-Policy")).as(other).contains("frame-ancestors 'none'");
        }
    }

    @Test
    void theEmbeddedDashboardShowsTheSameToAnybodyAndHasNothingToPress() {
        String html = page("?embed=1&show=cards,units&lang=zh");
        assertThat(html).contains("data-metric=\"events\"", "data-unit=\"FJ\"", "/sealed-log")
                .doesNotContain("<form", "<button", "season-chart", "id=\"funnel\"");
        assertThat(ledger.asAdmin().gets(root + "?embed=1&show=cards&lang=zh").isFound().text())
                .doesNotContain("admin", "<form", "/logout");
    }
}
