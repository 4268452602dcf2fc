package org.campaignledger.trail.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The last ledger events as everyone may see them: what happened where, nothing of who or of what stands in it, and nothing
 * of what happens between an entry and its judges.
 */
@RestController
class LatestEndpoint {

    private static final int MAX_LIMIT = 50;
    private static final TrailParameters ALL = new TrailParameters(null, null, null, null, null, null, null, null, null,
            null, null);

    private final TrailQuery query;
    private final TrailItems items;
    private final Freshness freshness;
    private final CampaignRulesSource rules;

    LatestEndpoint(TrailQuery query, TrailItems items, Freshness freshness, CampaignRulesSource rules) {
        this.query = query;
        this.items = items;
        this.freshness = freshness;
        this.rules = rules;
    }

    /** The last events, newest first. */
    record Latest(List<LatestItem> items) {}

    /** What happened, where, and what it did to the figures. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LatestItem(
            long position, Instant recordedAt, String type, @Nullable String unit, @Nullable String category,
            @Nullable LocalDate occurredOn, List<Figure> figures) {}

    /** A figure and what was added to it. */
    record Figure(String metric, long amount) {}

    @GetMapping("/api/v1/campaigns/{campaign}/latest")
    ResponseEntity<Latest> latest(@PathVariable String campaign,
            @RequestParam(defaultValue = "12") int limit, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        rules.rules(campaign);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refused.because(new Violation("limit", "limit-out-of-range", Map.of("max", MAX_LIMIT)));
        }
        TrailParameters asked = unit == null
                ? ALL
                : new TrailParameters(null, unit, null, null, null, null, null, null, null, null, null);
        return freshness.answer(TrailProjection.NAME, waitFor, () -> new Latest(items
                .at(query.latest(campaign, asked, limit), Actor.SYSTEM).reversed().stream()
                .map(item -> new LatestItem(item.position(), item.recordedAt(), item.type(), item.unit(),
                        item.category(), item.occurredOn(), item.postings().stream()
                                .map(posting -> new Figure(posting.metric(), posting.amount())).toList()))
                .toList()));
    }
}
