package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Rule 23: no table, export, register, log or metric holds a person in the clear while they are known, other than the
 * register of those who recorded them; and none at all once they are erased.
 */
@AtTheDoor
class NoTraceOfAPersonTest {

    private static final String NAME = "赫连无痕无迹";
    private static final String PHONE = "13800000876";
    private static final String REASON = "例行核查";
    private static final List<String> QUESTIONS = List.of("propagandists", "mobilizations", "events", "reach-reports",
            "latest", "progress", "progress/explain?metric=propagandists&unit=FJ");

    private final Ledger ledger;
    private final Desk fujian;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String number = anIdNumber();

    NoTraceOfAPersonTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    @BeforeEach
    void listenToTheLog() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static String written(ILoggingEvent line) {
        return line.getLoggerName() + " " + line.getFormattedMessage() + " " + line.getMDCPropertyMap()
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
    }

    private Map<String, String> everythingThatIsShownTo(Desk... desks) {
        Map<String, String> shown = new TreeMap<>();
        for (Desk desk : desks) {
            for (String question : QUESTIONS) {
                shown.put(question, desk.reads(question).isShown().text());
            }
            shown.put("trail", desk.reads("trail?limit=500").isShown().text());
            shown.put("trail as NDJSON", desk.sending("Accept", "application/x-ndjson").reads("trail").text());
            shown.put("trail as CSV", desk.sending("Accept", "text/csv").reads("trail").text());
        }
        shown.put("events as exported", ledger.asAuditor().gets("/api/v1/ledger/events").isFound().text());
        unzip(ledger.asAuditor().gets("/api/v1/archive").isFound().bytes(), shown);
        shown.put("metrics", ledger.asAdmin().watches("/actuator/prometheus").text());
        synchronized (log) { // as the appender does when it adds a line
            shown.put("log", log.list.stream().map(NoTraceOfAPersonTest::written).collect(Collectors.joining("\n")));
        }
        return shown;
    }

    private static void unzip(byte[] archive, Map<String, String> shown) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                shown.put("archive, " + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> tracesIn(Map<String, String> shown) {
        List<String> traces = new ArrayList<>();
        for (String text : List.of(NAME, number, PHONE)) {
            traces.addAll(InTheClear.placesOf(ledger, text));
            shown.forEach((place, content) -> InTheClear.formsOf(text).stream().filter(content::contains)
                    .forEach(form -> traces.add(place + " holds " + form)));
        }
        return traces;
    }

    private Answer everythingThatCanBeDoneWithThem() {
        Form form = person(NAME).idNumber(number).phone("+86 138 0000 0876");
        Answer recruited = fujian.recruits(form).withKey("trace-1").on("2019-06-01").isRecorded();
        fujian.recruits(form).withKey("trace-1").on("2019-06-01").isRecorded().isAReplay();
        fujian.recruits(form).on("2019-06-02").isRefusedWith(409, "duplicate-record");
        fujian.recruits(form.with("person.nickname", NAME)).on("2019-06-02").isRefusedWith(400, "malformed");
        fujian.recruits(person(NAME).phone(PHONE + "0")).on("2019-06-02").isRefusedWith(422, "invalid-phone");
        fujian.recruits(form).on("2039-06-01").isRefusedWith(422, "outside-window");
        String subject = ledger.asAdmin().gets(recruited.location() + "?waitFor=" + recruited.position()).isShown()
                .at("/subject").stringValue();
        Desk auditor = ledger.asAuditor().sending("Idempotency-Key", "trace-2");
        assertThat(auditor.reveals(subject, REASON).isDone().text()).contains(NAME, number, PHONE);
        return auditor.reveals(subject, REASON).isDone().isAReplay();
    }

    @Test
    void thereIsNone() {
        LoggerFactory.getLogger("org.campaignledger.listening").warn("the log is listened to");
        Answer known = everythingThatCanBeDoneWithThem();
        waitFor(known);
        Map<String, String> shown = everythingThatIsShownTo(ledger.asAdmin(), ledger.asAuditor());
        assertThat(shown.get("log")).contains("the log is listened to");
        assertThat(shown.keySet()).filteredOn(place -> place.startsWith("archive")).hasSizeGreaterThan(1);
        assertThat(shown.get("events as exported")).contains("PersonalDataRevealed");
        assertThat(shown.get("metrics")).contains("RevealPersonalData");
        assertThat(shown.get("trail as NDJSON")).contains("PersonalDataRevealed", known.id());
        assertThat(fujian.reads("propagandists").isShown().text()).contains(NAME, number, PHONE);
        assertThat(tracesIn(shown)).isEmpty();

        Answer erased = ledger.asAdmin().erases(known.id(), REASON).isDone();
        waitFor(erased);
        Map<String, String> left = everythingThatIsShownTo(fujian, ledger.asAdmin(), ledger.asAuditor());
        assertThat(left.get("trail")).contains("PersonalDataErased");
        assertThat(tracesIn(left)).isEmpty();
    }

    private void waitFor(Answer answer) {
        for (String question : QUESTIONS) {
            String and = question.contains("?") ? "&" : "?";
            ledger.asAdmin().reads(question + and + "waitFor=" + answer.position()).isShown();
        }
        ledger.asAdmin().reads("trail?waitFor=" + answer.position()).isShown();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ledger.asNobody().gets("/log/proof/" + answer
                .position()).isFound());
    }

    /** The scan of what is written would find it. */
    @Test
    void aTraceIsFound() {
        LoggerFactory.getLogger("org.campaignledger.careless").warn("recorded {}", NAME);
        assertThat(tracesIn(everythingThatIsShownTo(ledger.asAdmin()))).containsExactly("log holds " + NAME);
    }
}
