package org.campaignledger.exchange.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignledger.kernel.Metric;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.springframework.stereotype.Component;

/** Everything that can be exported: the registers that can be imported, in the same columns, and what is asked beside them. */
@Component
class ExportSheets {

    private static final String ITEMS = "/items";

    private final Map<String, ExportSheet> sheets = new LinkedHashMap<>();

    ExportSheets(List<Importable> importables) {
        importables.forEach(importable -> add(register(importable)));
        add(new ExportSheet("corrections", "corrections", ITEMS, true, true, Stream.concat(known(), columns(
                "action", "kind", "recordId", "into", "records", "reasonCode", "reason", "maker", "decidedBy",
                "decidedAt",
                "decisionReason")).toList()));
        add(new ExportSheet("measures", "measures", ITEMS, true, true, Stream.concat(known(), columns("category",
                "requirement", "title", "occurredOn", "jointWith", "document")).toList()));
        add(new ExportSheet("progress", "progress", "/units", false, true, progress()));
        add(new ExportSheet("targets", "progress", "/targets", false, true, columns("metric", "target", "actual",
                "ratio", "planned", "pace", "forecast").toList()));
        add(new ExportSheet("categories", "progress", "/categories", false, true, columns("category", "submitted",
                "accepted", "recommended", "judged", "awarded").toList()));
        add(new ExportSheet("trail", "trail", ITEMS, true, false, columns("position", "recordedAt", "type",
                "occurredOn", "unit", "category", "recordId", "actor.account", "actor.role", "correlationId",
                "postings", "payload").toList()));
        add(new ExportSheet("showcase", "showcase", ITEMS, true, false, columns("id", "category", "title", "unit",
                "submitter.name", "state", "award.level", "award.rank", "award.score", "recommendedOn").toList()));
        add(new ExportSheet("ranking", "categories/{category}/ranking", "/lines", true, false, columns("rank", "entry",
                "score", "status", "reason", "means", "scores").toList()));
        add(new ExportSheet("explain", "progress/explain", "/postings", true, true, columns("position", "type",
                "recordId", "unit", "category", "amount", "occurredOn", "recordedAt").toList()));
    }

    private void add(ExportSheet sheet) {
        sheets.put(sheet.name(), sheet);
    }

    /** What is exported under this name. */
    Optional<ExportSheet> find(String name) {
        return Optional.ofNullable(sheets.get(name));
    }

    private static ExportSheet register(Importable importable) {
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(ExportColumn.of("id", Form.TEXT));
        for (SheetColumn column : importable.columns()) {
            columns.add(column.field().equals("work")
                    ? new ExportColumn("work", "/work/sha256", Form.TEXT)
                    : ExportColumn.of(column.field(), column.form()));
        }
        Stream.of("state", "position", "recordedAt").forEach(field -> columns.add(ExportColumn.of(field, Form.TEXT)));
        return new ExportSheet(importable.kind(), importable.kind(), ITEMS, true, true, columns);
    }

    private static Stream<ExportColumn> known() {
        return columns("id", "position", "recordedAt", "state", "unit");
    }

    private static Stream<ExportColumn> columns(String... fields) {
        return Stream.of(fields).map(field -> ExportColumn.of(field, Form.TEXT));
    }

    private static List<ExportColumn> progress() {
        List<ExportColumn> columns = new ArrayList<>(columns("unit").toList());
        for (Metric metric : Metric.values()) {
            if (metric.perCategory()) {
                continue;
            }
            columns.add(new ExportColumn(metric.id() + ".target", "/metrics/" + metric.id() + "/target",
                    Form.COUNT));
            columns.add(new ExportColumn(metric.id() + ".actual", "/metrics/" + metric.id() + "/actual",
                    Form.COUNT));
        }
        return columns;
    }
}
