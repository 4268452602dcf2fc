package org.campaignledger.trail.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two points in time, and why: the events in between, by type and by whom, and each of them. */
@RestController
@RequestMapping("/api/v1")
class ChangesEndpoint {

    private final TrailQuery query;
    private final TrailItems items;
    private final Freshness freshness;
    private final LedgerStore store;
    private final CampaignRulesSource rules;

    ChangesEndpoint(TrailQuery query, TrailItems items, Freshness freshness, LedgerStore store,
            CampaignRulesSource rules) {
        this.query = query;
        this.items = items;
        this.freshness = freshness;
        this.store = store;
        this.rules = rules;
    }

    /**
     * What changed.
     *
     * @param from    the earlier position; its own event is not among the changes
     * @param to      the later position; its own event is
     * @param events  how many events there are in between
     * @param byType  how many of each type
     * @param byActor how many by each account
     * @param items   this page of them, oldest first
     * @param next    cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changes(
            long from, long to, long events, Map<String, Long> byType, Map<String, Long> byActor,
            List<TrailItem> items, @Nullable String next) {}

    @GetMapping(path = "/campaigns/{campaign}/trail/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Changes> changes(@PathVariable String campaign,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor reader = CurrentActor.require(Role.AUDITOR, Role.ADMIN, Role.REPORTER, Role.HOST);
        rules.rules(campaign);
        TrailParameters asked = new TrailParameters(type, unit, null, actor, null, null, null, null, limit, after,
                waitFor).checked();
        long first = PointInTime.positionOf("from", from, store);
        long last = PointInTime.positionOf("to", to, store);
        if (last < first) {
            throw Refused.because(Violation.of("to", "period-reversed"));
        }
        return freshness.answer(TrailProjection.NAME, Math.max(last, waitFor == null ? last : waitFor),
                () -> changes(campaign, asked, reader, first, last));
    }

    private Changes changes(String campaign, TrailParameters asked, Actor reader, long from, long to) {
        Map<String, Long> byType = new TreeMap<>();
        Map<String, Long> byActor = new TreeMap<>();
        for (TrailQuery.Share share : query.shares(campaign, asked, reader, from, to)) {
            byType.merge(share.type(), share.events(), Long::sum);
            byActor.merge(share.actor(), share.events(), Long::sum);
        }
        String cursor = asked.after();
        long behind = cursor == null ? from : Math.max(from, Long.parseLong(cursor));
        List<Long> found = query.oldestFirst(campaign, asked, reader, behind, asked.rows() + 1).stream()
                .filter(position -> position <= to).toList();
        boolean more = found.size() > asked.rows();
        List<Long> shown = more ? found.subList(0, asked.rows()) : found;
        return new Changes(from, to, byType.values().stream().mapToLong(Long::longValue).sum(), byType, byActor,
                items.at(shown, reader), more ? shown.getLast().toString() : null);
    }
}
