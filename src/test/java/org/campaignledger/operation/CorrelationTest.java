package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aUnion;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id for a request: in its answer, in the events that it wrote, and in every line that is logged meanwhile. */
@AtTheDoor
class CorrelationTest {

    private static final String HEADER = "Ledger-Correlation";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Ledger ledger;

    CorrelationTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void theSenderIsToldWhatStandsInTheEvent() {
        Answer recorded = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        String told = String.valueOf(recorded.header(HEADER));
        assertThat(told).matches(UUID);
        assertThat(metadata(recorded.position())).contains(told);
    }

    @Test
    void theSenderDoesNotChooseIt() {
        String mine = "11111111-2222-3333-4444-555555555555";
        Answer recorded = ledger.as("fj").sending(HEADER, mine).mobilizes(aUnion()).on("2019-06-01").isRecorded();
        assertThat(recorded.header(HEADER)).matches(UUID).isNotEqualTo(mine);
        assertThat(metadata(recorded.position())).doesNotContain(mine);
    }

    @Test
    void refusalsHaveOneToo() {
        Answer refused = ledger.as("fj").posts("/api/v1/campaigns/" + ledger.campaign() + "/mobilizations", new Form());
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.header(HEADER)).matches(UUID);
        assertThat(ledger.asNobody().gets("/api/v1/accounts").header(HEADER)).matches(UUID);
    }

    /** As containers have it: a line of the log is an object, and the id a field of it. */
    @Test
    void aLineOfTheLogHasItAsAField() {
        List<JsonNode> lines = new CopyOnWriteArrayList<>();
        Logger door = (Logger) LoggerFactory.getLogger("org.campaignledger.platform.web.security.DoorLog");
        StructuredLogEncoder ecs = new StructuredLogEncoder();
        ecs.setContext(door.getLoggerContext());
        ecs.setFormat("ecs");
        ecs.start();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

            @Override
            protected void append(ILoggingEvent event) {
                lines.add(JsonMapper.shared().readTree(ecs.encode(event)));
            }
        };
        appender.setContext(door.getLoggerContext());
        appender.start();
        door.addAppender(appender);
        try {
            Answer refused = ledger.as("fj").gets("/api/v1/accounts");
            assertThat(refused.status()).isEqualTo(403);
            String told = String.valueOf(refused.header(HEADER));
            JsonNode line = await().atMost(Duration.ofSeconds(10)).until(() -> lines.stream().filter(one -> one.path(
                    "correlation").asString("").equals(told)).findFirst(), Optional::isPresent).orElseThrow();
            assertThat(line.path("message").stringValue()).startsWith("refused code=wrong-role");
            assertThat(line.at("/log/level").stringValue()).isEqualTo("INFO");
            assertThat(line.path("@timestamp").stringValue()).isNotBlank();
        } finally {
            door.detachAppender(appender);
        }
    }

    private String metadata(long position) {
        return ledger.database().sql("select metadata from ledger_event where position = ?").param(position)
                .query((row, number) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8)).single();
    }
}
