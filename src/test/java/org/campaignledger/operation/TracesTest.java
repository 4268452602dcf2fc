package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A command's trace: from the request through command and event to every projection that takes it in. */
class TracesTest {

    private static String metadata(Ledger ledger, long position) {
        return ledger.database().sql("select metadata from ledger_event where position = ?").param(position)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8)).single();
    }

    /** As it is shipped. */
    @Nested
    @AtTheDoor
    class Off {

        private final Ledger ledger;

        Off(Ledger ledger) {
            this.ledger = ledger;
        }

        @Test
        void nothingIsThereThatCouldSend() {
            assertThat(ledger.all(SpanExporter.class)).isEmpty();
            assertThat(ledger.all(SdkTracerProvider.class)).isEmpty();
            assertThat(ledger.bean(SpanFactory.class)).isSameAs(NoOpSpanFactory.INSTANCE);
        }

        @Test
        void aTraceThatIsBroughtLeavesNothingBehind() {
            Answer recorded = ledger.as("fj").sending("traceparent",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").mobilizes(aUnion()).on("2019-06-01")
                    .isRecorded();
            assertThat(metadata(ledger, recorded.position())).doesNotContain("traceparent", "0af7651916cd43dd");
        }
    }

    /** Switched on by one property. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class On {

        private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

        private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
        private OwnLedger own;
        private Ledger ledger;

        @BeforeAll
        void switchedOn(@TempDir Path data) {
            own = OwnLedger.beginning(TestPostgres.freshDatabase(), data, Map.of("spanExporter", exporter),
                    "--ledger.tracing.enabled=true", "--ledger.tracing.ratio=0");
            ledger = own.ledger();
        }

        @AfterAll
        void off() {
            own.close();
            await().atMost(Duration.ofSeconds(10)).until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(
                    thread -> thread.getName().contains("BatchSpanProcessor")));
        }

        private List<SpanData> spansOf(String trace) {
            ledger.bean(SdkTracerProvider.class).forceFlush().join(5, java.util.concurrent.TimeUnit.SECONDS);
            return exporter.getFinishedSpanItems().stream().filter(span -> span.getTraceId().equals(trace)).toList();
        }

        @Test
        void itCoversRequestCommandEventAndProjections() {
            Answer recorded = ledger.as("fj").sending("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .mobilizes(aUnion()).on("2019-06-01").isRecorded();
            await().atMost(Duration.ofSeconds(10)).until(() -> spansOf(TRACE).stream().map(SpanData::getName).filter(
                    name -> name.startsWith("Projection.write(")).distinct().count() == ledger.all(Projection.class)
                            .size()
                    // The request's own ends once it was answered.
                    && spansOf(TRACE).stream().anyMatch(span -> span.getName().startsWith("POST ")));
            List<SpanData> spans = spansOf(TRACE);
            Map<String, SpanData> byId = spans.stream().collect(Collectors.toMap(SpanData::getSpanId,
                    Function.identity()));
            SpanData request = named(spans, "POST /api/v1/campaigns/{campaign}/mobilizations");
            assertThat(request.getParentSpanId()).isEqualTo("b7ad6b7169203331");
            SpanData dispatch = containing(spans, "dispatchCommand");
            SpanData handle = containing(spans, "handleCommand");
            SpanData publish = containing(spans, "publishEvent");
            assertThat(dispatch.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(ancestors(handle, byId)).contains(dispatch.getSpanId());
            assertThat(ancestors(publish, byId)).contains(handle.getSpanId());
            SpanData projection = containing(spans, "Projection.write(mobilizations");
            assertThat(ancestors(projection, byId)).contains(request.getSpanId(), handle.getSpanId());
            assertThat(metadata(ledger, recorded.position())).contains("00-" + TRACE);
        }

        @Test
        void whatIsNotTracedIsNotNotedEither() {
            Answer recorded = ledger.as("gd").mobilizes(aUnion()).on("2019-06-01").isRecorded();
            assertThat(metadata(ledger, recorded.position())).doesNotContain("traceparent");
        }

        @Test
        void itNamesNobodyAndTakesNoTextOfTheSender() {
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            Answer recorded = ledger.as("fj").sending("traceparent", "00-" + trace + "-00f067aa0ba902b7-01").sending(
                    "tracestate", "sender=zhangsan").recruits(aPerson()).on("2019-06-02").isRecorded();
            await().atMost(Duration.ofSeconds(10)).until(() -> !spansOf(trace).isEmpty());
            String all = spansOf(trace).stream().map(span -> span.getName() + span.getAttributes() + span.getEvents())
                    .collect(Collectors.joining("\n"));
            assertThat(all).doesNotContain("zhangsan", recorded.id(), "fj").doesNotContainPattern(
                    "\\p{IsHan}");
            assertThat(metadata(ledger, recorded.position())).contains(trace).doesNotContain("tracestate", "zhangsan");
        }

        private static SpanData named(List<SpanData> spans, String name) {
            return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow(
                    () -> new AssertionError(name + " is not among " + spans.stream().map(SpanData::getName).toList()));
        }

        private static SpanData containing(List<SpanData> spans, String part) {
            return spans.stream().filter(span -> span.getName().contains(part)).findFirst().orElseThrow(
                    () -> new AssertionError(part + " is not among " + spans.stream().map(SpanData::getName).toList()));
        }

        private static List<String> ancestors(SpanData span, Map<String, SpanData> byId) {
            List<String> ancestors = new ArrayList<>();
            for (SpanData above = byId.get(span.getParentSpanId()); above != null; above = byId.get(above
                    .getParentSpanId())) {
                ancestors.add(above.getSpanId());
            }
            return ancestors;
        }
    }
}
