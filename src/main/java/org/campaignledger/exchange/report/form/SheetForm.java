package org.campaignledger.exchange.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.platform.exchange.Harmless;
import org.campaignledger.platform.web.refusal.Language;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The summing-up as a workbook: a header sheet with filters, position and root, then a sheet for each part. */
@Component
public class SheetForm {

    /** The file. */
    public byte[] of(Summary summary, Language language) {
        Shown show = new Shown(summary, language);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = Sheets.workbook(bytes)) {
            head(new Rows(book.newWorksheet(show.say("sheet.head"))), summary, show);
            figures(new Rows(book.newWorksheet(show.say("sheet.figures"))), summary, show);
            units(new Rows(book.newWorksheet(show.say("sheet.units"))), summary, show);
            categories(new Rows(book.newWorksheet(show.say("sheet.categories"))), summary, show);
            awards(new Rows(book.newWorksheet(show.say("sheet.awards"))), summary, show);
            measures(new Rows(book.newWorksheet(show.say("sheet.measures"))), summary, show);
            corrections(new Rows(book.newWorksheet(show.say("sheet.corrections"))), summary, show);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return SameZip.of(bytes.toByteArray(), summary.stamp().recordedAt());
    }

    private static void head(Rows rows, Summary summary, Shown show) {
        Summary.Heading heading = summary.heading();
        Summary.Stamp stamp = summary.stamp();
        LocalDate on = stamp.on();
        rows.head(show.title());
        rows.row(show.say("head.campaign"), heading.campaign() + " " + heading.title());
        rows.row(show.say("head.notice"), heading.notice());
        rows.row(show.say("head.filters"), show.filters());
        rows.row(show.say("head.position"), stamp.position());
        rows.row(show.say("head.recordedAt"), show.time(stamp.recordedAt()) + " " + heading.zone());
        rows.row(show.say("head.on"), on == null ? Shown.NONE : on.toString());
        rows.row(show.say("head.log"), stamp.log());
        rows.row(show.say("head.size"), stamp.size());
        rows.row(show.say("head.root"), stamp.root());
        rows.row(show.say("head.address"), stamp.address());
    }

    private static void figures(Rows rows, Summary summary, Shown show) {
        rows.head(show.say("col.metric"), show.say("col.target"), show.say("col.actual"), show.say("col.share"),
                show.say("col.planned"), show.say("col.pace"), show.say("col.forecast"));
        for (Summary.Figure figure : summary.figures()) {
            rows.row(figure.name(), figure.target(), figure.actual(), figure.ratio(), figure.planned(), figure.pace(),
                    figure.forecast());
        }
    }

    private static void units(Rows rows, Summary summary, Shown show) {
        Object[] head = new Object[summary.figures().size() + 4];
        head[0] = show.say("col.rank");
        head[1] = show.say("col.unit");
        head[2] = show.say("col.quota");
        head[3] = show.say("col.share");
        for (int i = 0; i < summary.figures().size(); i++) {
            head[i + 4] = summary.figures().get(i).name();
        }
        rows.head(head);
        for (Summary.UnitLine unit : summary.units()) {
            @Nullable
            Object[] row = new @Nullable Object[head.length];
            row[0] = (long) unit.rank();
            row[1] = unit.name();
            row[2] = unit.target();
            row[3] = unit.ratio();
            for (int i = 0; i < unit.amounts().size(); i++) {
                row[i + 4] = unit.amounts().get(i);
            }
            rows.row(row);
        }
    }

    private static void categories(Rows rows, Summary summary, Shown show) {
        rows.head(show.say("col.category"), show.say("col.submitted"), show.say("col.accepted"), show.say(
                "col.recommended"), show.say("col.judged"), show.say("col.awarded"));
        for (Summary.Category category : summary.categories()) {
            rows.row(category.name(), category.submitted(), category.accepted(), category.recommended(), category
                    .judged(), category.awarded());
        }
    }

    private static void awards(Rows rows, Summary summary, Shown show) {
        rows.head(show.say("col.category"), show.say("col.level"), show.say("col.rank"), show.say("col.unit"), show.say(
                "col.position"));
        for (Summary.Award award : summary.awards()) {
            rows.row(award.category(), award.level(), (long) award.rank(), award.unit(), award.position());
        }
    }

    private static void measures(Rows rows, Summary summary, Shown show) {
        rows.head(show.say("col.requirement"), show.say("col.filedBy"), show.say("col.of"), show.say("col.by"),
                show.say("col.title"), show.say("col.on"), show.say("col.joint"), show.say("col.position"));
        for (Summary.Requirement asked : summary.measures()) {
            if (asked.filed().isEmpty()) {
                rows.row(asked.name(), asked.filedBy(), asked.of());
            }
            for (Summary.Filed filed : asked.filed()) {
                rows.row(asked.name(), asked.filedBy(), asked.of(), filed.by(), filed.title(), filed.on().toString(),
                        filed.joint(), filed.position());
            }
        }
    }

    private static void corrections(Rows rows, Summary summary, Shown show) {
        Summary.Corrections corrections = summary.corrections();
        if (corrections == null) {
            rows.head(show.say("corrections.unseen"));
            return;
        }
        rows.head(show.say("col.requested"), show.say("col.approved"), show.say("col.rejected"));
        rows.row(corrections.requested(), corrections.approved(), corrections.rejected());
        rows.head(show.say("col.kind"), show.say("col.amended"), show.say("col.reversed"));
        corrections.kinds().forEach(kind -> rows.row(show.corrected(kind.name()), kind.amended(), kind.reversed()));
        rows.head(show.say("col.metric"), show.say("col.where"), show.say("col.change"));
        corrections.changes().forEach(change -> rows.row(show.changed(change), change.where(), change.amount()));
    }

    /** Rows of a sheet, one under the other. */
    private static final class Rows {

        private static final List<Integer> WIDE = List.of(32, 28, 16, 24, 16, 16, 24, 16, 16, 16);

        private final Worksheet sheet;
        private int next;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
            for (int i = 0; i < WIDE.size(); i++) {
                sheet.width(i, WIDE.get(i));
            }
        }

        void head(Object... cells) {
            for (int i = 0; i < cells.length; i++) {
                put(i, cells[i]);
            }
            sheet.range(next, 0, next, Math.max(0, cells.length - 1)).style().bold().set();
            next++;
        }

        void row(@Nullable Object... cells) {
            for (int i = 0; i < cells.length; i++) {
                put(i, cells[i]);
            }
            next++;
        }

        private void put(int column, @Nullable Object cell) {
            switch (cell) {
                case null -> sheet.value(next, column, "");
                case Long number -> sheet.value(next, column, number);
                case java.math.BigDecimal share -> {
                    sheet.value(next, column, share);
                    sheet.style(next, column).format("0.0%").set();
                }
                default -> sheet.value(next, column, Harmless.text(cell.toString()));
            }
        }
    }
}
