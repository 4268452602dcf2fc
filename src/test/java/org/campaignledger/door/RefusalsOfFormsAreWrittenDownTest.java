package org.campaignledger.door;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.campaignledger.platform.web.security.DoorLog;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a page's form was refused for is written down as the contract said it, not as the page's own 403. */
@AtTheDoor
class RefusalsOfFormsAreWrittenDownTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(DoorLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Ledger ledger;

    RefusalsOfFormsAreWrittenDownTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO); // which another test may have left higher
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    private void isWritten(String line) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            synchronized (lines) { // as the appender does when it adds a line
                return List.copyOf(lines.list).stream().anyMatch(each -> each.getFormattedMessage().startsWith(line));
            }
        });
    }

    @Test
    void aRuleInside() {
        ledger.as("fj").fills("/forms", "_form", "events", "_to", ledger.as("fj").path("events"), "_back", "/record",
                "_key", "forms-are-told-1", "unit", "GD");
        isWritten("refused code=foreign-unit account=fj method=POST place=/api/v1/campaigns/{c}/events network=");
    }

    @Test
    void theDoorWithin() {
        ledger.as("fj").fills("/forms", "_form", "close", "_to", ledger.as("fj").path("close"), "_back", "/record",
                "_key", "forms-are-told-2", "reason", "不是我的事");
        isWritten("refused code=wrong-role account=fj method=POST place=/api/v1/campaigns/{c}/close network=");
    }
}
