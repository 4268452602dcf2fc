package org.campaignledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A season, small but whole: whatever can be corrected has been, and somebody has agreed and somebody has not. */
class DemoSeasonTest {

    private static final DemoProperties SMALL = new DemoProperties(12_351, 0.002, "demo-12351");
    private static final Set<String> ACTIONS = Set.of("REVERSE", "AMEND", "MERGE", "REVISE", "OPEN_ACCOUNT");

    private static ConfigurableApplicationContext demo;
    private static DemoDoor door;

    @BeforeAll
    static void theSeasonIsPlayed(@TempDir Path data) {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        demo = new SpringApplicationBuilder(CampaignLedger.class).profiles("demo").registerShutdownHook(false)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .run("--server.port=0", "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(), "--ledger.data-dir=" + data,
                        "--ledger.demo.size=" + SMALL.size(), "--ledger.schedule-interval=1s");
        door = new DemoDoor(demo.getEnvironment().getRequiredProperty("local.server.port", Integer.class), SMALL
                .password());
        await().atMost(Duration.ofMinutes(3)).until(demo.getBean(DemoConfiguration.DemoMarker.class)::isDone);
    }

    /** The classes of the tests stand beside the product's, and are no part of it. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader metadata, MetadataReaderFactory factory) throws IOException {
            return metadata.getResource().getURL().getPath().contains("/test-classes/");
        }
    }

    @AfterAll
    static void itEnds() {
        door.close();
        demo.close();
    }

    private static List<JsonNode> corrections() {
        return items("/corrections?limit=500&waitFor=" + head());
    }

    private static List<JsonNode> items(String path) {
        return JsonMapper.shared().readTree(door.get("admin", path)).get("items").valueStream().toList();
    }

    private static long head() {
        return JsonMapper.shared().readTree(door.get("admin", "/campaigns/2019/progress")).get("position").longValue();
    }

    private static Set<String> statesOf(Predicate<JsonNode> which) {
        return corrections().stream().filter(which).map(one -> one.get("state").stringValue()).collect(Collectors
                .toSet());
    }

    private static Predicate<JsonNode> of(String action, String kind) {
        return one -> one.get("action").stringValue().equals(action) && one.get("kind").stringValue().equals(kind);
    }

    @Test
    void everyActionIsInIt() {
        assertThat(corrections().stream().map(one -> one.get("action").stringValue())).containsAll(ACTIONS);
    }

    @Test
    void everyKindIsDecidedBothWays() {
        List<Predicate<JsonNode>> kinds = List.of(of("REVERSE", "events"), of("AMEND", "events"), of("AMEND",
                "propagandists"), of("MERGE", "mobilizations"), of("MERGE", "events"), of("REVISE", "targets"),
                of("REVISE", "allocations"), of("REVISE", "bounds"), one -> one.get("records").longValue() > 1);
        assertThat(kinds).allSatisfy(kind -> assertThat(statesOf(kind)).contains("APPROVED", "REJECTED"));
    }

    @Test
    void figuresDatesUnitsTitlesAndPeopleAreAmendedAndRefused() {
        List<JsonNode> amendments = corrections().stream().filter(one -> one.get("action").stringValue().equals(
                "AMEND")).map(one -> JsonMapper.shared().readTree(door.get("admin", "/corrections/" + one.get("id")
                        .stringValue()))).toList();
        assertThat(Stream.of("contacts", "occurredOn", "unit", "title", "person")).allSatisfy(
                field -> assertThat(amendments.stream().filter(one -> one.get("changes").has(field)).map(one -> one.get(
                        "state").stringValue())).contains("APPROVED", "REJECTED"));
    }

    @Test
    void aDozenAreReversedAtOnce() {
        assertThat(corrections()).anyMatch(one -> one.get("records").longValue() == 12 && one.get("state").stringValue()
                .equals("APPROVED"));
        assertThat(items("/campaigns/2019/events?limit=500&unit=AVIA&state=REVERSED")).hasSize(12);
    }

    @Test
    void aFurtherAdminIsAskedForAndRefused() {
        assertThat(statesOf(of("OPEN_ACCOUNT", "accounts"))).containsExactly("REJECTED");
    }

    @Test
    void oneIsWithdrawnAndOneExpiresAndTwoAreLeftToDecide() {
        await().atMost(Duration.ofSeconds(30)).until(() -> statesOf(one -> true).contains("EXPIRED"));
        assertThat(corrections().stream().map(one -> one.get("state").stringValue()).filter(state -> !state.equals(
                "APPROVED") && !state.equals("REJECTED")).sorted()).containsExactly("EXPIRED", "REQUESTED", "REQUESTED",
                        "WITHDRAWN");
    }

    @Test
    void bothFirstAdminsHaveSomethingToDecide() {
        List<JsonNode> open = corrections().stream().filter(one -> one.get("state").stringValue().equals("REQUESTED"))
                .toList();
        assertThat(List.of("admin", "checker")).allSatisfy(admin -> assertThat(open).anyMatch(one -> JsonMapper.shared()
                .readTree(door.get(admin, "/corrections/" + one.get("id").stringValue())).get("mayDecide")
                .booleanValue()));
    }

    /** The first is first prize, and every award stands in the showcase and in the figures. */
    @Test
    void worksOfAllSevenCategoriesAreAwarded() {
        Map<String, List<JsonNode>> awarded = items("/campaigns/2019/showcase?limit=200&waitFor=" + head()).stream()
                .filter(work -> work.has("award")).collect(Collectors.groupingBy(work -> work.get("category")
                        .stringValue()));
        assertThat(awarded).containsOnlyKeys("video", "activity", "photo", "platform", "recital", "song", "lesson");
        JsonNode progress = read("/campaigns/2019/progress");
        awarded.forEach((category, works) -> {
            assertThat(works).as(category).filteredOn(work -> work.at("/award/rank").intValue() == 1).isNotEmpty();
            assertThat(works.getFirst().at("/award/level").stringValue()).as(category).isEqualTo("一等奖");
            assertThat(works).as(category).allSatisfy(work -> assertThat(read("/trail/" + work.at("/award/position")
                    .longValue()).get("type").stringValue()).isEqualTo("AwardGranted"));
            assertThat(progress.get("categories").valueStream().filter(one -> one.get("category").stringValue().equals(
                    category)).map(one -> one.get("awarded").longValue())).as(category).containsExactly((long) works
                            .size());
        });
    }

    private static JsonNode read(String path) {
        return JsonMapper.shared().readTree(door.get("admin", path));
    }

    @Test
    void theLedgersClockStandsIn2019FromItsFirstPositionOn() {
        for (long position = 1; position <= 20; position++) {
            assertThat(recordedAt(read("/trail/" + position))).isBetween(Instant.parse("2019-04-29T00:00:00Z"), Instant
                    .parse("2019-05-01T00:00:00Z"));
        }
        Instant last = Instant.parse("2019-12-02T00:00:00Z");
        assertThat(items("/campaigns/2019/trail?limit=500&type=PhaseClosed")).hasSize(4).allSatisfy(
                closed -> assertThat(recordedAt(closed)).isBefore(last));
        assertThat(items("/campaigns/2019/trail?limit=500&type=EventHeld")).isNotEmpty().allSatisfy(
                held -> assertThat(recordedAt(held)).isBefore(last));
    }

    private static Instant recordedAt(JsonNode event) {
        return Instant.parse(event.get("recordedAt").stringValue());
    }

    @Test
    void theSecondCampaignRunsAroundTodayAndInRealTime() {
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        List<JsonNode> events = items("/campaigns/demo/trail?limit=500");
        assertThat(events).hasSizeGreaterThan(60).allSatisfy(event -> assertThat(recordedAt(event)).isAfter(anHourAgo));
        assertThat(events).anyMatch(event -> event.get("type").stringValue().equals("CampaignOpened"));
    }

    @Test
    void aDeadLetterWasSetAsideAndTriedAgainAndTakenIn() {
        assertThat(demo.getBean(DemoBulletin.class).stumbled()).isEqualTo(2);
        assertThat(demo.getBean(JdbcClient.class).sql("select count(*) from demo_bulletin where title = ?").param(
                DemoBulletin.CHOSEN).query(Long.class).single()).isEqualTo(1);
        assertThat(items("/operations/dead-letters")).isEmpty();
        assertThat(door.send("admin", "/operations/projections/" + DemoBulletin.NAME + "/rebuild", "application/json",
                "{}", null)).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> read("/operations/projections/" + DemoBulletin.NAME
                + "/rebuild").get("state").stringValue().equals("DONE"));
        assertThat(items("/operations/dead-letters")).as("a visitor's rebuild leaves none").isEmpty();
    }

    @Test
    void itsAccountsStandOnTheSignInPage() throws Exception {
        String port = demo.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            assertThat(visitor.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build(),
                    HttpResponse.BodyHandlers.ofString()).body()).contains("demo-fj", "demo-auditor", "demo-host",
                            "demo-judge", "checker", SMALL.password());
        }
    }

    /** As after an interruption: every request is answered as the first time, and nothing is written. */
    @Test
    void playedAgainNothingIsDoneTwice() {
        await().atMost(Duration.ofSeconds(30)).until(() -> statesOf(one -> true).contains("EXPIRED"));
        List<JsonNode> before = corrections();
        DemoDesk again = new DemoDesk(door, new DemoClock(null, Clock.systemUTC()), SMALL, DemoAct.story());
        again.until(Instant.parse("2019-12-01T00:00:00Z"));
        again.afterTheSeason();
        assertThat(corrections()).isEqualTo(before);
    }
}
