package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.campaignledger.platform.processing.ProcessingProperties;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Projections: named in code as in the configuration, seen with their lag, rebuilt while commands go on. */
@AtTheDoor
class ProjectionsTest {

    private static final String PATH = "/api/v1/operations/projections";

    private final Ledger ledger;
    private final Desk admin;

    ProjectionsTest(Ledger ledger) {
        this.ledger = ledger;
        this.admin = ledger.asAdmin();
    }

    private List<String> names() {
        return admin.gets(PATH).isShown().at("/items").valueStream().map(one -> one.get("name").stringValue())
                .toList();
    }

    @Test
    void theShippedConfigurationNamesExactlyThoseOfTheCode() throws Exception {
        PropertySource<?> shipped = new YamlPropertySourceLoader().load("shipped", new ClassPathResource(
                "application.yaml")).getFirst();
        String prefix = "ledger.processing.projections.";
        List<String> configured = Stream.of(((EnumerablePropertySource<?>) shipped).getPropertyNames())
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).replaceFirst("\\..*", "")).distinct().toList();
        List<String> inCode = new java.util.ArrayList<>();
        ledger.all(Projection.class).forEach(projection -> inCode.add(projection.name()));
        assertThat(configured).isNotEmpty().containsExactlyInAnyOrderElementsOf(inCode);
        assertThat(ledger.bean(ProcessingProperties.class).projections().keySet()).containsExactlyInAnyOrderElementsOf(
                inCode);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(inCode);
    }

    @Test
    void eachShowsHowFarItIs() {
        long position = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode list = ledger.asAuditor().gets(PATH).isShown().json();
            assertThat(list.get("head").longValue()).isGreaterThanOrEqualTo(position);
            assertThat(list.get("items")).isNotEmpty().allSatisfy(one -> {
                assertThat(one.get("position").longValue()).isGreaterThanOrEqualTo(position);
                assertThat(one.get("lagEvents").longValue()).isZero();
                assertThat(one.get("worksHere").booleanValue()).isTrue();
            });
        });
    }

    @Test
    void allAreRebuiltToWhatTheyWereWhileCommandsGoOn() {
        someRecords();
        long position = ledger.head();
        Map<String, String> before = whatIsShown(position);
        names().forEach(name -> {
            Answer begun = admin.posts(PATH + "/" + name + "/rebuild");
            assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
            assertThat(begun.location()).isEqualTo(PATH + "/" + name + "/rebuild");
            ledger.as("gd").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        });
        names().forEach(name -> await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50))
                .until(() -> !state(name).equals("RUNNING")));
        names().forEach(name -> assertThat(state(name)).as(name).isEqualTo("DONE"));
        whatIsShown(position).forEach((question, shown) -> assertThat(shown).as(question).isEqualTo(before.get(
                question)));
        long after = ledger.as("gd").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        names().forEach(name -> ledger.asAuditor().reads("mobilizations?waitFor=" + after).isShown());
        assertThat(ledger.progressAfter(after).at("/position").longValue()).isGreaterThanOrEqualTo(after);
    }

    private void someRecords() {
        for (int i = 1; i <= 3; i++) {
            ledger.as("fj").mobilizes(aUnion()).on("2019-06-0" + i).isRecorded();
            ledger.as("fj").recruits(aPerson()).on("2019-06-0" + i).isRecorded();
            ledger.as("fj").holds(anEvent().meeting(i)).on("2019-06-0" + i).isRecorded();
            ledger.as("fj").reports(reach("PRINT", i)).between("2019-08-0" + i, "2019-08-0" + i).isRecorded();
        }
    }

    /** As of one position: what comes later does not show. */
    private Map<String, String> whatIsShown(long position) {
        Map<String, String> shown = new TreeMap<>();
        for (String register : List.of("mobilizations", "propagandists", "events", "reach-reports", "progress",
                "progress/explain?metric=contacts")) {
            String question = register + (register.contains("?") ? "&" : "?") + "position=" + position;
            shown.put(register, ledger.asAuditor().reads(question).isShown().text());
        }
        shown.put("trail", ledger.asAuditor().reads("trail?limit=500&unit=FJ&waitFor=" + position).isShown().text());
        return shown;
    }

    private String state(String name) {
        return admin.gets(PATH + "/" + name + "/rebuild").isShown().at("/state").stringValue();
    }

    @Test
    void aProjectionThatIsNotThere() {
        admin.posts(PATH + "/horoscope/rebuild").isRefusedWith(404, "not-found");
        admin.gets(PATH + "/horoscope/rebuild").isRefusedWith(404, "not-found");
        admin.posts(PATH + "/horoscope/rebuild/cancel").isRefusedWith(404, "not-found");
    }

    @Test
    void whatDoesNotRunIsNotCancelled() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> admin.posts(PATH + "/reach-reports/rebuild/cancel")
                .isRefusedWith(409, "no-rebuild-running"));
    }

    @Test
    void auditorsLookAndDoNotTouch() {
        ledger.asAuditor().gets(PATH).isShown();
        ledger.asAuditor().posts(PATH + "/trail/rebuild").isRefusedWith(403, "wrong-role");
        ledger.asAuditor().posts(PATH + "/trail/rebuild/cancel").isRefusedWith(403, "wrong-role");
    }
}
