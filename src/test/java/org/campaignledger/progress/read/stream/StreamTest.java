package org.campaignledger.progress.read.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.campaignledger.kernel.Metric;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.ProgressServer;
import org.campaignledger.progress.TestEvent;
import org.campaignledger.progress.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The slice's endpoints as a client meets them: a real web server, a real ledger, no sign-in. */
class StreamTest {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/campaigns/2019/progress";

    private final TestLedger ledger = new TestLedger();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Listening> listening = new ArrayList<>();
    private final ProgressServer server;

    StreamTest() {
        ledger.write(Campaign2019.opened("2019"), Campaign2019.opened("2020"));
        server = new ProgressServer(ledger);
    }

    @AfterEach
    void close() {
        listening.forEach(Listening::close);
        server.close();
        ledger.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(SOON);
    }

    private Listening listen(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        Listening opened = new Listening(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), SOON);
        listening.add(opened);
        return opened;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void hold(String unit, long amount) {
        ledger.write(new TestEvent.Posted("2019", Metric.EVENTS, unit, null, amount, DAY));
    }

    private long events(String data) {
        for (JsonNode target : json.readTree(data).get("targets")) {
            if (target.get("metric").asString().equals("events")) {
                return target.get("actual").asLong();
            }
        }
        throw new AssertionError("no such metric");
    }

    @Test
    void theCurrentStateComesFirstThenEveryChange() throws Exception {
        Listening stream = listen(PATH + "/stream");
        assertThat(stream.response().statusCode()).isEqualTo(200);
        assertThat(stream.response().headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(stream.response().headers().firstValue("X-Accel-Buffering")).hasValue("no");
        Listening.Event first = stream.next();
        assertThat(first.name()).isEqualTo("progress");
        assertThat(first.id()).isEqualTo("2");
        assertThat(events(first.data())).isZero();
        hold("FJ", 61);
        Listening.Event second = stream.next();
        assertThat(second.id()).isEqualTo("3");
        assertThat(events(second.data())).isEqualTo(61);
        assertThat(second.data()).isEqualTo(get(PATH).body());
    }

    @Test
    void eventsThatChangeNothingOfTheCampaignSendNothing() throws Exception {
        Listening stream = listen(PATH + "/stream");
        stream.next();
        ledger.write(new TestEvent.Noted("2019"),
                new TestEvent.Posted("2020", Metric.EVENTS, "FJ", null, 1, DAY));
        assertThat(stream.events().poll(500, TimeUnit.MILLISECONDS)).isNull();
        hold("FJ", 1);
        assertThat(stream.next().id()).isEqualTo("5");
    }

    @Test
    void changesAreCoalescedToTenASecondAndEndWithTheNewest() throws Exception {
        Listening stream = listen(PATH + "/stream");
        stream.next();
        Instant began = Instant.now();
        for (int i = 0; i < 300; i++) {
            hold("FJ", 1);
        }
        await().atMost(SOON).until(() -> !stream.events().isEmpty() && stream.events().stream()
                .anyMatch(event -> events(event.data()) == 300));
        long tenths = Duration.between(began, Instant.now()).toMillis() / 100 + 2;
        assertThat((long) stream.events().size()).isLessThanOrEqualTo(tenths);
        List<Long> ids = stream.events().stream().map(event -> Long.valueOf(event.id())).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoComesBackGetsTheNewestStateAndGoesOn() throws Exception {
        Listening stream = listen(PATH + "/stream");
        String lastId = stream.next().id();
        stream.close();
        hold("FJ", 5);
        Listening back = listen(PATH + "/stream?waitFor=3", "Last-Event-ID", lastId);
        Listening.Event newest = back.next();
        assertThat(newest.id()).isEqualTo("3");
        assertThat(events(newest.data())).isEqualTo(5);
        hold("FJ", 6);
        assertThat(events(back.next().data())).isEqualTo(11);
        Listening nothingMissed = listen(PATH + "/stream", "Last-Event-ID", "4");
        assertThat(nothingMissed.next().id()).isEqualTo("4");
    }

    @Test
    void aUnitsStreamShowsThatUnitAlone() throws Exception {
        Listening all = listen(PATH + "/stream");
        Listening one = listen(PATH + "/stream?unit=FJ");
        all.next();
        one.next();
        hold("FJ", 7);
        JsonNode narrowed = json.readTree(one.next().data());
        assertThat(narrowed.get("units")).hasSize(1);
        assertThat(narrowed.get("units").get(0).get("unit").asString()).isEqualTo("FJ");
        assertThat(json.readTree(all.next().data()).get("units")).hasSize(35);
    }

    @Test
    void aChangeIsMadeIntoBytesOnceHoweverManyLookOn() throws Exception {
        for (int i = 0; i < 50; i++) {
            listen(PATH + "/stream").next();
        }
        assertThat(ledger.registry.get("ledger.streams.open").gauge().value()).isEqualTo(50);
        long before = ledger.registry.get("ledger.stream.frame").timer().count();
        hold("FJ", 1);
        for (Listening one : listening) {
            assertThat(events(one.next().data())).isEqualTo(1);
        }
        assertThat(ledger.registry.get("ledger.stream.frame").timer().count()).isEqualTo(before + 1);
        await().atMost(SOON).until(() -> ledger.registry.get("ledger.stream.fanout").timer().count() == 1);
    }

    @Test
    void aClientThatDoesNotReadHoldsUpNobody() throws Exception {
        Listening reads = listen(PATH + "/stream");
        reads.next();
        // Never read from: the kernel's buffers fill up and the writer blocks.
        HttpResponse<InputStream> stuck = http.send(request(PATH + "/stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        for (int i = 1; i <= 30; i++) {
            hold("FJ", 1);
            long expected = i;
            await().atMost(SOON).until(() -> reads.events().stream()
                    .anyMatch(event -> events(event.data()) == expected));
        }
        stuck.body().close();
    }

    @Test
    void aClientThatHasGoneIsForgottenWithTheNextChange() throws Exception {
        Listening stream = listen(PATH + "/stream");
        stream.next();
        stream.close();
        await().atMost(SOON).until(() -> {
            hold("FJ", 1);
            return ledger.registry.get("ledger.streams.open").gauge().value() == 0;
        });
    }

    @Test
    void midnightMovesThePlanWithoutAnyEvent() throws Exception {
        ledger.now = Instant.parse("2019-07-31T15:59:59Z");
        Listening stream = listen(PATH + "/stream");
        assertThat(stream.next().data()).contains("\"planned\":1804");
        ledger.now = Instant.parse("2019-07-31T16:00:00Z");
        assertThat(stream.next().data()).contains("\"planned\":1824");
    }

    @Test
    void streamsEndCleanlyAtShutdown() throws Exception {
        Listening stream = listen(PATH + "/stream");
        stream.next();
        long began = System.nanoTime();
        server.close();
        await().atMost(SOON).until(() -> stream.isEnded());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatDoesNotExistIsRefusedWhateverTheClientAccepts() throws Exception {
        HttpResponse<String> unknown = http.send(request("/api/v1/campaigns/1999/progress/stream")
                .header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(get(PATH + "/stream?unit=nowhere").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/campaigns/1999/progress").statusCode()).isEqualTo(404);
        assertThat(get(PATH + "?unit=nowhere").body()).contains("unknown-unit");
        assertThat(get(PATH + "?on=2019-02-30").statusCode()).isEqualTo(400);
        assertThat(get(PATH + "/compare?from=yesterday&to=2").statusCode()).isEqualTo(400);
        assertThat(get(PATH + "/compare?to=2").body()).contains("missing");
    }

    @Test
    void anAnswerSaysWhichPositionItReflectsAndWaitsForOne() throws Exception {
        assertThat(get(PATH).headers().firstValue(CommandDoor.POSITION)).hasValue("2");
        HttpResponse<String> late = get(PATH + "?waitFor=3");
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).isPresent();
        hold("FJ", 4);
        HttpResponse<String> fresh = get(PATH + "?waitFor=3");
        assertThat(events(fresh.body())).isEqualTo(4);
        assertThat(fresh.headers().firstValue(CommandDoor.POSITION)).hasValue("3");
        assertThat(get(PATH + "?position=2").headers().firstValue(CommandDoor.POSITION)).hasValue("2");
    }

    @Test
    void twoPointsInTimeAreComparedByPositionAndByInstant() throws Exception {
        Instant before = ledger.now;
        ledger.now = before.plusSeconds(60);
        hold("FJ", 4);
        for (String from : List.of("2", before.toString())) {
            JsonNode answer = json.readTree(get(PATH + "/compare?from=" + from + "&to=3").body());
            assertThat(answer.get("from").get("position").asLong()).isEqualTo(2);
            assertThat(answer.get("to").get("position").asLong()).isEqualTo(3);
            JsonNode difference = answer.get("difference").get("targets").get(2);
            assertThat(difference.get("actual").asLong()).isEqualTo(4);
            assertThat(difference.get("target").asLong()).isZero();
        }
    }
}
