package org.campaignledger.seal.witnessing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.seal.GrowingLog;
import org.campaignledger.seal.TestWitness;
import org.campaignledger.seal.store.LogProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Witnesses are asked for a cosignature, and whatever one of them does is its own affair. */
class WitnessRoundsTest {

    private static final TestWitness GOOD = new TestWitness("witness.example/good", 1);
    private static final TestWitness BAD = new TestWitness("witness.example/bad", 2);

    private final GrowingLog log = new GrowingLog();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<WitnessRounds> rounds = new ArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    /** What a witness does. */
    @FunctionalInterface
    private interface Manner {

        void answer(HttpExchange exchange, String request) throws Exception;
    }

    @BeforeEach
    void aLogOfThree() {
        log.growTo(3);
        said.start();
        logger().addAppender(said);
    }

    @AfterEach
    void close() {
        logger().detachAppender(said);
        rounds.forEach(WitnessRounds::close);
        servers.forEach(server -> server.stop(0));
        workers.shutdownNow();
        log.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(WitnessRounds.class);
    }

    private String server(int port, Manner manner) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        servers.add(server);
        server.setExecutor(workers);
        server.createContext("/add-checkpoint", exchange -> {
            try (exchange) {
                manner.answer(exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw gone;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        server.start();
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void cosign(TestWitness witness, HttpExchange exchange, String request) throws IOException {
        String text = request.split("\n\n", 3)[1] + "\n";
        say(exchange, 200, witness.line(text, Instant.now().getEpochSecond()));
    }

    private WitnessRounds rounds(int quorum, LogProperties.Witness... witnesses) {
        LogProperties properties = GrowingLog.properties(quorum, witnesses);
        WitnessRounds made = new WitnessRounds(log.instance(properties), GrowingLog.identity(),
                log.cosignatures(properties), properties, registry, Duration.ofMillis(800));
        rounds.add(made);
        return made;
    }

    private long cosigned(TestWitness witness) {
        return log.cosignatures(GrowingLog.properties(0)).lastSizeOf(witness.key());
    }

    private List<String> warnings() {
        return said.list.stream().filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aSlashAtTheEndOfAnAddressDoesNotMatter() throws IOException {
        rounds(1, GOOD.at(server(0, (exchange, request) -> cosign(GOOD, exchange, request)) + "/")).round();
        assertThat(cosigned(GOOD)).isEqualTo(3);
        assertThat(registry.get("ledger.seal.cosigned.age").gauge().value()).isBetween(0.0, 60.0);
    }

    @Test
    void withoutWitnessesThereIsNoAge() {
        rounds(0).round();
        assertThat(registry.get("ledger.seal.cosigned.age").gauge().value()).isNaN();
    }

    @Test
    void noAnswerOfAWitnessStopsTheOthers() throws IOException {
        String good = server(0, (exchange, request) -> cosign(GOOD, exchange, request));
        List<Manner> manners = List.of(
                (exchange, request) -> say(exchange, 409, "many"),
                (exchange, request) -> say(exchange, 409, "-7"),
                (exchange, request) -> say(exchange, 500, "no"),
                (exchange, request) -> say(exchange, 200, "no line"),
                (exchange, request) -> say(exchange, 200, "x".repeat(70_000)),
                (exchange, request) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        Thread.sleep(100);
                    }
                });
        for (int i = 0; i < manners.size(); i++) {
            log.growTo(4 + i);
            long begun = System.nanoTime();
            rounds(0, BAD.at(server(0, manners.get(i))), GOOD.at(good)).round();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(cosigned(GOOD)).isEqualTo(4 + i);
            assertThat(warnings()).hasSize(i + 1);
        }
        rounds(0, BAD.at("http://no address"), GOOD.at(good)).round();
        assertThat(cosigned(BAD)).isZero();
    }

    @Test
    void aWitnessThatCannotBeReachedIsToldOfOnceUntilItAnswersAgain() throws IOException {
        String url = server(0, (exchange, request) -> cosign(GOOD, exchange, request));
        int port = servers.getFirst().getAddress().getPort();
        servers.removeFirst().stop(0);
        WitnessRounds asks = rounds(1, GOOD.at(url));
        asks.round();
        asks.round();
        asks.round();
        assertThat(warnings()).singleElement().asString().contains("witness.example/good");
        server(port, (exchange, request) -> cosign(GOOD, exchange, request));
        asks.round();
        assertThat(cosigned(GOOD)).isEqualTo(3);
        servers.removeFirst().stop(0);
        log.growTo(4);
        asks.round();
        asks.round();
        assertThat(warnings()).hasSize(2);
    }

    @Test
    void aWitnessThatHasSeenMoreIsAskedAgainWhereTheLogHasGrownMeanwhile() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        rounds(1, GOOD.at(server(0, (exchange, request) -> {
            if (asked.incrementAndGet() == 1) {
                log.growTo(8);
                log.theCandidateIsOld();
                say(exchange, 409, "5\n");
            } else {
                assertThat(request).startsWith("old 5\n");
                cosign(GOOD, exchange, request);
            }
        }))).round();
        assertThat(cosigned(GOOD)).isEqualTo(8);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aWitnessThatHasSeenMoreThanThereIsIsToldOf() throws IOException {
        rounds(1, GOOD.at(server(0, (exchange, request) -> say(exchange, 409, "50\n")))).round();
        assertThat(warnings()).singleElement().asString().contains("it says that it has seen size 50 of a log of 3");
    }
}
