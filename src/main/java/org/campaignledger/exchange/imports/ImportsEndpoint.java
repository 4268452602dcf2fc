package org.campaignledger.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.refusal.ExistingVisibility;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.campaignledger.platform.works.Multipart;
import org.campaignledger.platform.works.UploadKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sheets come in here; what becomes of them is asked for afterwards. */
@RestController
class ImportsEndpoint {

    /** Media types of the two kinds of sheets. */
    static final Map<String, MediaType> MEDIA = Map.of(
            "xlsx", MediaType.parseMediaType(Sheets.XLSX),
            "csv", MediaType.parseMediaType(Sheets.CSV));

    private static final int MAX_LIMIT = 500;
    private static final String REPLAYED = "Idempotency-Replayed";

    private final ImportDoor door;
    private final ImportTable table;
    private final ImportProgress progress;
    private final Imports imports;
    private final Freshness freshness;
    private final LedgerStore store;
    private final ExistingVisibility visibility;

    ImportsEndpoint(ImportDoor door, ImportTable table, ImportProgress progress, Imports imports, Freshness freshness,
            LedgerStore store, ExistingVisibility visibility) {
        this.door = door;
        this.table = table;
        this.progress = progress;
        this.imports = imports;
        this.freshness = freshness;
        this.store = store;
        this.visibility = visibility;
    }

    /**
     * The form, for the description of the door.
     *
     * @param file the sheet
     */
    record SheetUpload(@Schema(type = "string", format = "binary") String file) {}

    /** The import that was begun. */
    record Begun(String id) {}

    /** Imports, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ImportAnswer> items, @Nullable String next) {}

    /**
     * Takes a sheet.
     *
     * @param dryRun       whether nothing is to be written
     * @param allOrNothing whether all rows are to be written or none; otherwise the good ones
     */
    @Operation(requestBody = @RequestBody(required = true, content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = SheetUpload.class))))
    @PostMapping(path = "/api/v1/campaigns/{campaign}/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Begun> take(@PathVariable String campaign, @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean allOrNothing, HttpServletRequest request)
            throws IOException {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST);
        ImportDoor.Wanted wanted = new ImportDoor.Wanted(campaign, kind, dryRun, allOrNothing, actor,
                RequestLanguage.of(request), UploadKeys.scope(request, actor));
        door.mayBegin(wanted);
        ImportDoor.Begun begun = Multipart.read(request, door.maxBytes(), file -> door.begin(wanted, file));
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + begun.id()))
                .header(CommandDoor.POSITION, Long.toString(store.head()));
        if (begun.isAgain()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(new Begun(begun.id()));
    }

    /**
     * How far an import is, and what is wrong row by row.
     *
     * @param after only rows behind this one
     * @param limit rows at most
     */
    @GetMapping("/api/v1/imports/{id}")
    ResponseEntity<ImportAnswer> one(@PathVariable String id, @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable Long waitFor,
            HttpServletRequest request) {
        mustBeWithin(limit);
        Language language = RequestLanguage.of(request);
        return freshness.answerFromHead(waitFor, () -> {
            ImportJob job = visible(id);
            TreeMap<Long, List<Problem>> problems = new TreeMap<>(progress.problems(id, after, limit + 1));
            Long next = null;
            if (problems.size() > limit) {
                problems.pollLastEntry();
                next = problems.lastKey();
            }
            return ImportAnswer.of(job, language, ImportAnswer.rows(job, language, problems, visibility::maySee),
                    next);
        });
    }

    /**
     * Imports, newest first: one's own, or everybody's for whoever runs or audits the ledger.
     *
     * @param campaign only those into this campaign
     * @param after    cursor of the page before
     */
    @GetMapping("/api/v1/imports")
    ResponseEntity<Page> list(@RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        mustBeWithin(limit);
        Language language = RequestLanguage.of(request);
        return freshness.answerFromHead(waitFor, () -> {
            List<ImportJob> jobs = table.list(seesAll(actor) ? null : actor.account(), campaign, after, limit + 1);
            boolean more = jobs.size() > limit;
            List<ImportJob> shown = more ? jobs.subList(0, limit) : jobs;
            return new Page(shown.stream().map(job -> ImportAnswer.of(job, language, null, null)).toList(),
                    more ? shown.getLast().id() : null);
        });
    }

    /** Stops an import: what was written stays written. An import that has ended is left as it is. */
    @PostMapping("/api/v1/imports/{id}/cancel")
    ResponseEntity<ImportAnswer> cancel(@PathVariable String id, HttpServletRequest request) {
        ImportJob job = visible(id);
        table.cancel(id);
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(store.head()))
                .body(ImportAnswer.of(table.find(job.id()).orElseThrow(), RequestLanguage.of(request), null, null));
    }

    /** The sheet with its errors, for whoever sent it: it holds what they wrote. */
    @GetMapping("/api/v1/imports/{id}/sheet")
    ResponseEntity<Resource> sheet(@PathVariable String id,
            @RequestParam(required = false) @Nullable Long waitFor) {
        long head = freshness.awaitHead(waitFor);
        ImportJob job = visible(id);
        if (!job.asked().actor().account().equals(CurrentActor.get().account())) {
            throw Refused.notFound();
        }
        InputStream sheet = imports.sheet(job).orElseThrow(Refused::notFound);
        String format = job.asked().format().name().toLowerCase(Locale.ROOT);
        return attachment(job.asked().kind() + "-errors." + format, format, head)
                .body(new InputStreamResource(sheet));
    }

    /**
     * An empty sheet to be filled in.
     *
     * @param file     such as {@code propagandists.xlsx}
     * @param campaign whose units and categories are offered
     */
    @GetMapping("/api/v1/imports/templates/{file}")
    ResponseEntity<byte[]> template(@PathVariable String file,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request) throws IOException {
        long head = freshness.awaitHead(waitFor);
        int dot = file.lastIndexOf('.');
        String format = dot < 0 ? "" : file.substring(dot + 1);
        if (!MEDIA.containsKey(format)) {
            throw Refused.notFound();
        }
        byte[] template = door.template(file.substring(0, dot), format, campaign, RequestLanguage.of(request));
        return attachment(file, format, head).body(template);
    }

    private static ResponseEntity.BodyBuilder attachment(String name, String format, long position) {
        return ResponseEntity.ok().contentType(MEDIA.getOrDefault(format, MediaType.APPLICATION_OCTET_STREAM))
                .header("Content-Disposition", ContentDisposition.attachment().filename(name).build().toString())
                .header("Cache-Control", "no-store").header(CommandDoor.POSITION, Long.toString(position));
    }

    private static boolean seesAll(Actor actor) {
        return actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR;
    }

    private ImportJob visible(String id) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        return table.find(id).filter(job -> seesAll(actor) || job.asked().actor().account().equals(actor.account()))
                .orElseThrow(Refused::notFound);
    }

    private static void mustBeWithin(int limit) {
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.refuseIfAny();
    }
}
