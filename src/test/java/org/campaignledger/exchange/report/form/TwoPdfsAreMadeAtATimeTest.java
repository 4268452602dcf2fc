package org.campaignledger.exchange.report.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.campaignledger.exchange.report.content.Asked;
import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** However many ask at once, two PDFs are in memory at a time; who has waited long enough is told to come again. */
class TwoPdfsAreMadeAtATimeTest {

    private static final Summary REPORT = new Summary(new Summary.Heading("2019", "活动", "通知", "全国总工会",
            "Asia/Shanghai", Asked.Kind.FINAL, "NATIONAL", "", "ALL", ""),
            new Summary.Stamp(1, Instant.parse("2019-11-01T00:00:00Z"), null, "log", 1, "root", "http://localhost"),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Pages that take as long as the test wants. */
    private final HtmlForm slow = new HtmlForm(new SpringTemplateEngine()) {

        @Override
        public String of(Summary summary, Language language) {
            begun.countDown();
            try {
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return "<html><head><title>t</title></head><body><p>活动</p></body></html>";
        }
    };

    private PdfForm patientFor(Semaphore turns, Duration patience) {
        return new PdfForm(slow, turns, patience);
    }

    @Test
    void theThirdIsRefusedAfterAWhileAndTakenWhenThereIsRoom() throws Exception {
        Semaphore turns = new Semaphore(2);
        PdfForm form = patientFor(turns, Duration.ofMillis(100));
        List<CompletableFuture<byte[]>> first = List.of(making(form), making(form));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> form.of(REPORT, Language.ZH)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE);
            assertThat(refused).hasMessageContaining("busy-with-reports");
        });

        goOn.countDown();
        for (CompletableFuture<byte[]> made : first) {
            assertThat(new String(made.get(60, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        }
        assertThat(form.of(REPORT, Language.ZH)).startsWith('%', 'P', 'D', 'F');
        assertThat(turns.availablePermits()).as("every turn was given back").isEqualTo(2);
    }

    private static CompletableFuture<byte[]> making(PdfForm form) {
        return CompletableFuture.supplyAsync(() -> form.of(REPORT, Language.ZH),
                task -> Thread.ofPlatform().start(task));
    }
}
