package org.campaignledger.entry.read.entries;

import java.util.List;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many entries there are, by category, unit and state, as they stand now: a reporter its unit's, a host its
 * category's. What is published is counted from postings ({@code /progress}); this counts the register, rejected and
 * withdrawn ones too.
 */
@RestController
class EntryCountsEndpoint {

    private static final String COUNT = """
        select fields ->> 'category' as category, unit, state, count(*) as entries from entry_register
        where campaign = :campaign and valid_to is null and (:category::text is null or fields ->> 'category' = :category)
        group by 1, 2, 3 order by 1, 2, 3""";

    private final JdbcClient jdbc;
    private final CampaignRulesSource rules;
    private final Freshness freshness;

    EntryCountsEndpoint(JdbcClient jdbc, CampaignRulesSource rules, Freshness freshness) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.freshness = freshness;
    }

    /** Entries of one category, unit or sub-unit, and state. */
    record Count(String category, String unit, String state, long entries) {}

    /** All that the caller may see; what there is none of is left out. */
    record Counts(List<Count> items) {}

    @GetMapping("/api/v1/campaigns/{campaign}/entry-counts")
    ResponseEntity<Counts> counts(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignRules known = rules.rules(campaign);
        String category = actor.role() == Role.HOST ? Objects.requireNonNull(actor.scope()) : null;
        return freshness.answerAt(EntryProjection.NAME, waitFor, position -> new Counts(jdbc.sql(COUNT)
                .param("campaign", campaign).param("category", category)
                .query((row, number) -> new Count(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list().stream()
                .filter(count -> actor.role() != Role.REPORTER || known.isWithin(count.unit(), actor.scope()))
                .toList()));
    }
}
