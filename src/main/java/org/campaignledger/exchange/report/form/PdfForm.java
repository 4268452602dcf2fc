package org.campaignledger.exchange.report.form;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The summing-up as PDF, set from its page. The type is inside, dates and ids come from the position: the same report is
 * the same file, byte for byte, whenever and wherever it is made.
 */
@Component
public class PdfForm {

    private static final String LATIN = "Report Latin";
    private static final String CHINESE = "Report Chinese";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // Its log goes to java.util.logging, and tells of every sheet that it reads.
        XRLog.setLoggingEnabled(false);
    }

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HtmlForm pages;
    private final Semaphore turns;
    private final Duration patience;

    /** Megabytes of type, read when the first PDF is made. */
    private static final class Type {

        private static final TypeFace FACE = new TypeFace();
        private static final byte[] LATIN_REGULAR = Resources.bytes("/fonts/LiberationSans-Regular.ttf");
        private static final byte[] LATIN_BOLD = Resources.bytes("/fonts/LiberationSans-Bold.ttf");
        private static final byte[] CHINESE_REGULAR = Resources.bytes("/fonts/DroidSansFallbackFull.ttf");
    }

    /** PDFs of these pages. */
    @Autowired
    public PdfForm(HtmlForm pages) {
        this(pages, new Semaphore(AT_ONCE), PATIENCE);
    }

    /**
     * The same with turns of one's own.
     *
     * @param patience how long one waits for a turn
     */
    PdfForm(HtmlForm pages, Semaphore turns, Duration patience) {
        this.pages = pages;
        this.turns = turns;
        this.patience = patience;
    }

    /**
     * The file. Two are made at a time, so that memory stays bounded; who comes meanwhile waits a while.
     *
     * @throws Refused 503 {@code busy-with-reports} if none of the two is done in time
     */
    public byte[] of(Summary summary, Language language) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return made(summary, language);
        } finally {
            turns.release();
        }
    }

    private static Refused busy() {
        return Refused.of(Refused.Kind.UNAVAILABLE, "busy-with-reports");
    }

    private byte[] made(Summary summary, Language language) {
        try (PdfBoxRenderer renderer = builder(pages.of(summary, language)).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            sameWhenever(document, summary);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PdfRendererBuilder builder(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, "report:/").useSVGDrawer(new SvgOutlines(Type.FACE));
        builder.useProtocolsStreamImplementation(uri -> new OurStream(Resources.sheet()), "report");
        // Nothing but the report's own sheet is read, whatever a text may hold.
        builder.useExternalResourceAccessControl((uri, kind) -> uri.startsWith("report:"),
                com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, kind) -> uri.startsWith("report:"),
                com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(() -> new ByteArrayInputStream(Type.LATIN_REGULAR), LATIN, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Type.LATIN_BOLD), LATIN, BOLD, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Type.CHINESE_REGULAR), CHINESE, REGULAR, FontStyle.NORMAL, true);
        builder.withProducer("Campaign Ledger");
        builder.toStream(new ByteArrayOutputStream());
        return builder;
    }

    private static void sameWhenever(PDDocument document, Summary summary) {
        Instant recordedAt = summary.stamp().recordedAt();
        Calendar then = GregorianCalendar.from(recordedAt.atZone(TimeZone.getTimeZone("UTC").toZoneId()));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(then);
        information.setModificationDate(then);
        information.setSubject(summary.stamp().root());
        document.setDocumentInformation(information);
        document.setDocumentId(recordedAt.toEpochMilli() * 31 + summary.stamp().position());
        document.setVersion(1.7f);
    }
}
