package org.campaignledger.exchange.report;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.exchange.report.content.Asked;
import org.campaignledger.exchange.report.content.Summaries;
import org.campaignledger.exchange.report.content.Summary;
import org.campaignledger.exchange.report.form.HtmlForm;
import org.campaignledger.exchange.report.form.PdfForm;
import org.campaignledger.exchange.report.form.SheetForm;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code GET /campaigns/{c}/reports/summary.html}, {@code .pdf} and {@code .xlsx}, for whoever is signed in. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/reports")
class ReportEndpoint {

    private final Summaries summaries;
    private final HtmlForm html;
    private final PdfForm pdf;
    private final SheetForm sheet;
    private final CampaignRulesSource rules;
    private final Freshness freshness;
    private final LedgerStore store;

    ReportEndpoint(Summaries summaries, HtmlForm html, PdfForm pdf, SheetForm sheet, CampaignRulesSource rules,
            Freshness freshness, LedgerStore store) {
        this.summaries = summaries;
        this.html = html;
        this.pdf = pdf;
        this.sheet = sheet;
        this.rules = rules;
        this.freshness = freshness;
        this.store = store;
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    @GetMapping("/summary.html")
    ResponseEntity<byte[]> page(@PathVariable String campaign, ReportParameters parameters,
            HttpServletRequest request) {
        Asked asked = asked(campaign, parameters, request);
        return answer(asked, "html", MediaType.parseMediaType("text/html;charset=UTF-8"), html.of(summaries.of(asked),
                asked.language()).getBytes(StandardCharsets.UTF_8));
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/summary.pdf")
    ResponseEntity<byte[]> document(@PathVariable String campaign, ReportParameters parameters,
            HttpServletRequest request) {
        Asked asked = asked(campaign, parameters, request);
        return answer(asked, "pdf", MediaType.APPLICATION_PDF, pdf.of(summaries.of(asked), asked.language()));
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = Sheets.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/summary.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String campaign, ReportParameters parameters,
            HttpServletRequest request) {
        Asked asked = asked(campaign, parameters, request);
        Summary summary = summaries.of(asked);
        return answer(asked, "xlsx", MediaType.parseMediaType(Sheets.XLSX), sheet.of(summary, asked.language()));
    }

    private static ResponseEntity<byte[]> answer(Asked asked, String ending, MediaType type, byte[] body) {
        String name = "summary-" + asked.campaign() + "-" + asked.position() + "." + ending;
        return ResponseEntity.ok().contentType(type).header(CommandDoor.POSITION, Long.toString(asked.position()))
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", (ending.equals("xlsx") ? "attachment" : "inline") + "; filename=\""
                        + name
                        + "\"")
                .body(body);
    }

    private Asked asked(String campaign, ReportParameters parameters, HttpServletRequest request) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);
        freshness.awaitHead(parameters.waitFor());
        CampaignRules known = rules.rules(campaign);
        PointInTime point = PointInTime.of(parameters.position(), parameters.at(), parameters.on(), store);
        String unit = given(parameters.unit());
        String category = given(parameters.category());
        Checks checks = new Checks();
        checks.that(unit == null || category == null, "category", "excludes-each-other", Map.of("other", "unit"));
        checks.that(unit == null || known.units().containsKey(unit), "unit", "unknown-unit");
        checks.that(category == null || known.categories().containsKey(category), "category", "unknown-category");
        Asked.Kind kind = kind(parameters.kind(), checks);
        checks.refuseIfAny();
        AReportKeepsToItsReadersScope.check(known, actor, unit, category);
        Long position = Objects.requireNonNullElseGet(point.position(), () -> store.settled(store.head()));
        if (position < 1) {
            throw Refused.notFound();
        }
        Language language = RequestLanguage.of(request);
        return new Asked(campaign, kind, unit, category, position, point.on(), language, actor,
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Asked.@Nullable Kind kind(@Nullable String text, Checks checks) {
        String given = given(text);
        if (given == null) {
            return null;
        }
        for (Asked.Kind kind : Asked.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(given)) {
                return kind;
            }
        }
        checks.that(false, "kind", "unknown-constant", Map.of("allowed", "preliminary, final"));
        return null;
    }
}
