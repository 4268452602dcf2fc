package org.campaignledger.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.slf4j.LoggerFactory;

/** All places in which a ledger leaves something: tables, events, files, log, traces, metrics, exports, pages of errors. */
final class EverythingWritten implements AutoCloseable {

    private static final List<String> EXPORTS = List.of("propagandists.csv", "propagandists.ndjson", "entries.csv",
            "entries.ndjson", "corrections.csv", "showcase.csv", "trail.csv", "trail.ndjson");

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.campaignledger");

    private final Path files;
    private final InMemorySpanExporter spans;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Listens to the log from now on. */
    EverythingWritten(Path files, InMemorySpanExporter spans) {
        this.files = files;
        this.spans = spans;
        log.start();
        root().addAppender(log);
        OURS.setLevel(Level.INFO); // which another test may have left higher
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        root().detachAppender(log);
        OURS.setLevel(null);
    }

    /** What is in each place, tables and events apart; as these people are shown it who see no person. */
    Map<String, String> read(Ledger ledger) {
        Map<String, String> written = new TreeMap<>();
        for (String account : List.of("admin", "auditor")) {
            Desk desk = ledger.as(account);
            EXPORTS.forEach(export -> written.put(account + "'s " + export, desk.reads("exports/" + export).isFound()
                    .text()));
            written.put(account + "'s summing-up", desk.reads("reports/summary.html").isFound().text());
        }
        unzip("summing-up", ledger.asAuditor().reads("reports/summary.xlsx").isFound().bytes(), written);
        unzip("archive", ledger.asAuditor().gets("/api/v1/archive").isFound().bytes(), written);
        written.put("events as exported", ledger.asAuditor().gets("/api/v1/ledger/events").isFound().text());
        written.put("metrics", ledger.asAdmin().watches("/actuator/prometheus").text());
        errors(ledger, written);
        written.put("traces", traces(ledger));
        written.put("log", log());
        written.putAll(files());
        return written;
    }

    /** What somebody is told who is refused. */
    private static void errors(Ledger ledger, Map<String, String> written) {
        Desk stranger = ledger.as("gd");
        Map<String, Answer> answers = Map.of("of somebody else's", stranger.reads("propagandists/" + "0".repeat(36)),
                "of the wrong role", stranger.gets("/c/" + ledger.campaign() + "/quotas"),
                "of what is not there", stranger.gets("/c/" + ledger.campaign() + "/works/none"),
                "of a wrong question", stranger.reads("events?from=yesterday"),
                "of nobody", ledger.asNobody().reads("entries"));
        answers.forEach((which, answer) -> written.put("error " + which, answer.status() + " " + answer.text()));
    }

    private String traces(Ledger ledger) {
        ledger.bean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
        return spans.getFinishedSpanItems().stream().map(span -> span.getName() + " " + span.getAttributes() + " "
                + span
                        .getEvents() + " " + span.getStatus()).collect(Collectors.joining("\n"));
    }

    private String log() {
        List<ILoggingEvent> lines;
        synchronized (log) { // as the appender does when it adds a line
            lines = List.copyOf(log.list);
        }
        return lines.stream().map(line -> line.getLoggerName() + " " + line.getFormattedMessage() + " " + line
                .getMDCPropertyMap() + (line.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    /** Byte by byte: what is no text may hold one. */
    private Map<String, String> files() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put("file " + files.relativize(file), new String(Files.readAllBytes(file),
                        StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static void unzip(String what, byte[] archive, Map<String, String> written) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                written.put(what + ", " + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where any of these texts stands, in these places or in a table or an event; empty if nowhere. */
    static List<String> traces(Ledger ledger, Map<String, String> texts, Map<String, String> written) {
        List<String> traces = new ArrayList<>();
        texts.forEach((what, text) -> {
            InTheClear.placesOf(ledger, text).forEach(place -> traces.add(what + ": " + place));
            InTheClear.formsOf(text).forEach(form -> written.forEach((place, content) -> {
                String inBytes = new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                if (content.contains(form) || place.startsWith("file ") && content.contains(inBytes)) {
                    traces.add(what + ": " + place + " holds " + form);
                }
            }));
        });
        return traces;
    }
}
