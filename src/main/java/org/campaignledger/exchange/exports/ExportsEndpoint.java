package org.campaignledger.exchange.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.campaignledger.exchange.SealedRoot;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Registers and queries as sheets. The contract itself is asked, page by page, as whoever wants the sheet: so it holds what
 * they may see and nothing else, under the same filters, as of one position.
 */
@RestController
class ExportsEndpoint {

    private static final Map<String, String> MEDIA = Map.of(
            "xlsx", Sheets.XLSX, "csv", Sheets.CSV, "ndjson", "application/x-ndjson");
    /** What is no filter of the query. */
    private static final Set<String> OURS = Set.of("limit", "after", "waitFor", "lang", "position");

    private final ExportSheets sheets;
    private final Contract contract;
    private final CampaignRulesSource campaigns;
    private final LedgerStore store;

    ExportsEndpoint(ExportSheets sheets, Contract contract, CampaignRulesSource campaigns, LedgerStore store) {
        this.sheets = sheets;
        this.contract = contract;
        this.campaigns = campaigns;
        this.store = store;
    }

    /**
     * A sheet.
     *
     * @param file     such as {@code propagandists.xlsx}; {@code .csv} and {@code .ndjson} are the other forms. The
     *                 parameters of its query are taken as filters
     * @param position as of which; as of now if absent
     * @param at       the same as an instant
     * @param on       only what occurred by then
     * @throws Refused 404 there is no such sheet, form or campaign; 422 {@code no-moment}: the query knows none; 503
     *                 {@code not-sealed-so-far}: a workbook is of a position that the log has not reached
     */
    @GetMapping("/api/v1/campaigns/{campaign}/exports/{file}")
    void export(@PathVariable String campaign, @PathVariable String file,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        int dot = file.lastIndexOf('.');
        String format = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
        ExportSheet sheet = sheets.find(dot < 0 ? file : file.substring(0, dot)).orElseThrow(Refused::notFound);
        if (!MEDIA.containsKey(format)) {
            throw Refused.notFound();
        }
        ZoneId zone = campaigns.rules(campaign).zone();
        if (!sheet.pinned() && (position != null || at != null || on != null)) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "no-moment");
        }
        // Once for all pages: an instant ahead of now would be another position for each.
        Long asked = PointInTime.of(position, at, on, store).position();
        ExportQuery query = new ExportQuery(campaign, sheet, filters(request), asked, waitFor);
        ContractAnswer first = contract.ask(query.address(null));
        if (!first.isGranted()) {
            refuse(first, response);
            return;
        }
        write(query.pinnedTo(asked == null ? first.position() : asked), first, format, zone, request, response);
    }

    private static Map<String, String> filters(HttpServletRequest request) {
        Map<String, String> filters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OURS.contains(name) && values.length > 0 && !values[0].isBlank()) {
                filters.put(name, values[0]);
            }
        });
        return filters;
    }

    /** What the query refuses is refused here in its own words. */
    private static void refuse(ContractAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        if (answer.status() == 429 || answer.status() == 503) {
            response.setHeader("Retry-After", String.valueOf(RefusalWriter.DEFAULT_RETRY_AFTER_SECONDS));
        }
        response.getOutputStream().write(answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(ExportQuery query, ContractAnswer first, String format, ZoneId zone, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Language language = RequestLanguage.of(request);
        ExportSheet sheet = query.sheet();
        Long pinned = query.position();
        long position = pinned != null ? pinned : Optional.ofNullable(first.position()).orElse(0L);
        // Before anything is sent: while the log has not got there, this is a refusal.
        Optional<ExportHead> head = format.equals("xlsx")
                ? Optional.of(head(query, language, position, request))
                : Optional.empty();
        response.setContentType(MEDIA.get(format));
        response.setHeader("Content-Disposition", ContentDisposition.attachment()
                .filename(query.campaign() + "-" + sheet.name() + "-" + position + "." + format).build().toString());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(CommandDoor.POSITION, Long.toString(position));
        List<String> labels = sheet.columns().stream().map(column -> column.label(sheet.name(), language)).toList();
        OutputStream stream = response.getOutputStream();
        SheetOut out = switch (format) {
            case "xlsx" -> new XlsxOut(stream, head.orElseThrow(), labels);
            case "csv" -> new CsvOut(stream, labels);
            default -> new NdjsonOut(stream);
        };
        ContractAnswer page = first;
        while (true) {
            for (JsonNode item : page.body().at(sheet.items())) {
                out.row(sheet.columns().stream().map(column -> column.value(item, language, zone)).toList(), item);
            }
            String next = page.body().path("next").asString("");
            if (!sheet.paged() || next.isEmpty()) {
                break;
            }
            page = contract.ask(query.address(next));
            if (!page.isGranted()) {
                // Too late for a refusal: the connection is broken off, so that nobody takes a part for the whole.
                throw new IOException("an export was refused halfway: " + page.code());
            }
        }
        out.finish();
    }

    private ExportHead head(ExportQuery query, Language language, long position, HttpServletRequest request) {
        SignedNote seal = SealedRoot.at(contract, position);
        String verify = request.getRequestURL().substring(0, request.getRequestURL().indexOf("/api/"))
                + "/c/" + query.campaign() + "/sealed-log";
        return ExportHead.of(language, query.campaign(), query.sheet(), query.filters(), position, seal, verify);
    }
}
