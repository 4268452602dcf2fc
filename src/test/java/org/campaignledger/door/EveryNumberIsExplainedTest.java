package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Every number of the dashboard opens what it is made of, at the moment that is shown, for those who are let in there. */
@AtTheDoor
class EveryNumberIsExplainedTest {

    private static final Pattern WAY = Pattern.compile("href=\"(/c/[^\"]+/explain[^\"]+)\"");

    private final Ledger ledger;
    private final String root;

    EveryNumberIsExplainedTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.root = "/c/" + ledger.campaign();
    }

    private static String page(Desk reader, String path) {
        return reader.gets(path + (path.contains("?") ? "&" : "?") + "lang=en").isFound().text();
    }

    private static List<String> ways(String html) {
        Stream<String> found = WAY.matcher(html).results().map(match -> match.group(1).replace("&amp;", "&"));
        return found.toList();
    }

    @Test
    void aFigureOfThePastLeadsToWhatItWasMadeOfThen() {
        ledger.as("fj").holds(anEvent().meeting(10)).on("2019-05-03").isRecorded();
        Answer second = ledger.as("fj").holds(anEvent().meeting(5)).on("2019-06-20").isRecorded();
        ledger.as("fj").holds(anEvent().meeting(4)).on("2019-05-04").isRecorded();
        Desk auditor = ledger.asAuditor();
        assertThat(sum(auditor, "?unit=FJ", "contacts", "unit=FJ")).isEqualTo("19");
        assertThat(sum(auditor, "?unit=FJ&on=2019-05-31", "contacts", "unit=FJ")).isEqualTo("14");
        assertThat(sum(auditor, "?unit=FJ&position=" + second.position(), "contacts", "unit=FJ")).isEqualTo("15");
        assertThat(sum(auditor, "?on=2019-05-31", "contacts", "")).isEqualTo("14");
    }

    /** Follows the link at a figure and reads the sum at its end. */
    private String sum(Desk reader, String query, String metric, String of) {
        String way = ways(page(reader, root + query)).stream().filter(each -> each.contains("metric=" + metric)
                && (of.isEmpty() ? !each.contains("unit=") : each.contains(of))).findFirst().orElseThrow();
        Matcher sum = Pattern.compile("id=\"explain-sum\"[^>]*>([^<]*)<").matcher(page(reader, way));
        assertThat(sum.find()).as(way).isTrue();
        return sum.group(1);
    }

    @Test
    void nobodyIsLedToAClosedDoor() {
        for (Desk reader : List.of(ledger.asNobody(), ledger.as("judge-bj"))) {
            assertThat(ways(page(reader, root + "?unit=FJ"))).isEmpty();
        }
        for (Desk reader : List.of(ledger.asAdmin(), ledger.asAuditor(), ledger.as("fj"), ledger.as("gd"),
                ledger.as("host-video"))) {
            for (String way : ways(page(reader, root + "?unit=FJ"))) {
                assertThat(reader.gets(way).status()).as(way).isEqualTo(200);
            }
        }
        assertThat(ways(page(ledger.asAdmin(), root + "?unit=FJ"))).hasSizeGreaterThan(6 + 6 + 5);
        assertThat(ways(page(ledger.as("fj"), root + "?unit=FJ"))).hasSize(6).allMatch(way -> way.contains("unit=FJ"));
        assertThat(ways(page(ledger.as("gd"), root + "?unit=FJ"))).isEmpty();
        assertThat(ways(page(ledger.as("host-video"), root + "?unit=FJ"))).hasSize(5)
                .allMatch(way -> way.contains("category="));
    }

    @Test
    void tilesKeepTheMoment() {
        assertThat(page(ledger.asNobody(), root + "?on=2019-05-31")).contains(root + "?unit=GD&amp;on=2019-05-31");
        assertThat(page(ledger.asNobody(), root + "?unit=GD&on=2019-05-31")).contains("href=\"" + root
                + "?on=2019-05-31\"");
    }
}
