package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** A failure is kept in the log, but not what would let its reader do something. */
class FailureReportTest {

    @ParameterizedTest
    @CsvSource({"/api/v1/subscriptions/links/bearer/confirm, /api/v1/subscriptions/links/***/confirm",
            "/subscriptions/bearer, /subscriptions/***", "/subscriptions/bearer/cancel, /subscriptions/***/cancel",
            "/api/v1/campaigns/2019/subscriptions/one, /api/v1/campaigns/2019/subscriptions/one"})
    void theLinkOfAMailIsMasked(String uri, String shown) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(FailureReport.class);
        log.start();
        logger.addAppender(log);
        try {
            FailureReport.reported(new MockHttpServletRequest("POST", uri), uri, new IllegalStateException("down"),
                    Answer.of(503, "unavailable"));
            assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString().startsWith(
                    "POST " + shown + " could not be served");
        } finally {
            logger.detachAppender(log);
        }
    }
}
