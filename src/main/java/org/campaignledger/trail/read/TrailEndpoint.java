package org.campaignledger.trail.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.proof.Proofs;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail: pages newest first, streams oldest first, and each event whole. */
@RestController
@RequestMapping("/api/v1")
class TrailEndpoint {

    private static final int MOST_LINKS = 100;
    private static final List<String> FORMATS = List.of("json", "ndjson", "csv");
    private static final TrailParameters EVERYTHING = new TrailParameters(null, null, null, null, null, null, null,
            null, null, null, null);

    private final TrailQuery query;
    private final TrailItems items;
    private final TrailStream stream;
    private final Freshness freshness;
    private final LedgerStore store;
    private final CampaignRulesSource rules;
    private final Proofs proofs;

    TrailEndpoint(TrailQuery query, TrailItems items, TrailStream stream, Freshness freshness, LedgerStore store,
            CampaignRulesSource rules, Proofs proofs) {
        this.query = query;
        this.items = items;
        this.stream = stream;
        this.freshness = freshness;
        this.store = store;
        this.rules = rules;
        this.proofs = proofs;
    }

    /** A page of the trail; {@code next} is the cursor of the page after it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrailPage(List<TrailItem> items, @Nullable String next) {}

    /**
     * One event whole, with what corrects it, and its proof once it is sealed.
     *
     * @param item        the event
     * @param correctedBy what corrects its record, in order
     * @param corrects    the event that it corrects, where it does
     * @param correction  the correction of which it tells, or by which it came about
     * @param previous    the position before it in its campaign that the reader may see; absent at the beginning
     * @param next        the position after it; absent at the end
     * @param proof       absent while it is not sealed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrailDetail(
            @JsonUnwrapped TrailItem item, List<TrailQuery.Corrected> correctedBy,
            TrailQuery.@Nullable Corrected corrects, @Nullable OfCorrection correction, @Nullable Long previous,
            @Nullable Long next, Proofs.@Nullable Proof proof) {}

    /**
     * The correction of which an event tells, or by which it came about.
     *
     * @param id     its id
     * @param events asked for, decided, and what came of it; the first of them where they are many
     */
    record OfCorrection(String id, List<TrailQuery.Corrected> events) {}

    @GetMapping(path = "/campaigns/{campaign}/trail", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<TrailPage> page(@PathVariable String campaign, TrailParameters parameters,
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        Actor actor = reader();
        if (format != null && !FORMATS.contains(format)) {
            throw Refused.malformed(List.of(Violation.of("format", "unknown-constant", "allowed", FORMATS)));
        }
        // For a link, which cannot say what it accepts: the streams, in the place of a page.
        if ("csv".equals(format)) {
            csv(campaign, parameters, response);
            return null;
        }
        if ("ndjson".equals(format)) {
            response.setHeader("Content-Disposition", "attachment; filename=\"trail-" + campaign + ".ndjson\"");
            ndjson(campaign, parameters, response);
            return null;
        }
        rules.rules(campaign);
        return pageOf(campaign, parameters, actor);
    }

    @GetMapping(path = "/trail", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrailPage> whole(TrailParameters parameters) {
        return pageOf(null, parameters, CurrentActor.require(Role.ADMIN, Role.AUDITOR));
    }

    private ResponseEntity<TrailPage> pageOf(@Nullable String campaign, TrailParameters parameters, Actor actor) {
        TrailParameters asked = parameters.checked();
        String after = asked.after();
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return freshness.answer(TrailProjection.NAME, asked.waitFor(), () -> {
            List<Long> found = query.newestFirst(campaign, asked, actor, before, asked.rows() + 1);
            boolean more = found.size() > asked.rows();
            List<Long> shown = more ? found.subList(0, asked.rows()) : found;
            return new TrailPage(items.at(shown, actor).reversed(), more ? shown.getLast().toString() : null);
        });
    }

    @GetMapping(path = "/campaigns/{campaign}/trail", produces = "application/x-ndjson")
    void ndjson(@PathVariable String campaign, TrailParameters parameters, HttpServletResponse response)
            throws IOException {
        Actor actor = reader();
        rules.rules(campaign);
        TrailParameters asked = parameters.checked();
        freshness.awaitProjection(TrailProjection.NAME, asked.waitFor());
        response.setContentType("application/x-ndjson;charset=UTF-8");
        stream.ndjson(campaign, asked, actor, response);
    }

    @GetMapping(path = "/campaigns/{campaign}/trail", produces = "text/csv")
    void csv(@PathVariable String campaign, TrailParameters parameters, HttpServletResponse response)
            throws IOException {
        Actor actor = reader();
        rules.rules(campaign);
        TrailParameters asked = parameters.checked();
        freshness.awaitProjection(TrailProjection.NAME, asked.waitFor());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"trail-" + campaign + ".csv\"");
        stream.csv(campaign, asked, actor, response);
    }

    @GetMapping(path = "/trail/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrailDetail> one(@PathVariable long position,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = reader();
        freshness.awaitProjection(TrailProjection.NAME, waitFor);
        RecordedEvent event = store.at(position).orElseThrow(Refused::notFound);
        if (!query.maySee(position, actor)) {
            throw Refused.notFound();
        }
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(store.head()))
                .body(detail(event, actor));
    }

    /** With what it corrects, what corrects it, and the correction behind it: linked both ways. */
    private TrailDetail detail(RecordedEvent event, Actor actor) {
        TrailItem item = items.item(event, actor);
        LedgerEvent decoded = items.event(event);
        Long corrects = decoded.corrects().map(CorrectionMark::corrects).orElse(null);
        String correction = decoded instanceof CorrectionEvent told
                ? told.id()
                : decoded.corrects().map(CorrectionMark::correction).orElse(null);
        return new TrailDetail(item, decoded instanceof CorrectionEvent
                ? List.of()
                : query.correctionsOf(item.recordId(), event.position()), corrects == null
                        ? null
                        : store.at(corrects).map(first -> new TrailQuery.Corrected(corrects, first.type())).orElse(
                                null), correction == null
                                        ? null
                                        : new OfCorrection(correction, query.eventsOf(correction, MOST_LINKS)),
                first(query.newestFirst(item.campaign(), EVERYTHING, actor, event.position(), 1)),
                first(query.oldestFirst(item.campaign(), EVERYTHING, actor, event.position(), 1)),
                proofs.of(event).orElse(null));
    }

    private static @Nullable Long first(List<Long> positions) {
        return positions.isEmpty() ? null : positions.getFirst();
    }

    private static Actor reader() {
        return CurrentActor.require(Role.AUDITOR, Role.ADMIN, Role.REPORTER, Role.HOST);
    }
}
