package org.campaignledger.judging.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

import org.campaignledger.judging.events.JudgesDrawn;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Drawing;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the judging of a category has come. A JUDGE sees how far they have come themselves, and nothing else. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/categories/{category}")
class JudgingQueryEndpoint {

    private static final String JUDGES = """
        select judge, assigned, scored, recused from judging_judge
        where campaign = :campaign and category = :category""";
    private static final String BY_JUDGE = " order by judge collate \"C\"";
    private static final String ENTRIES = """
        select coalesce(sum(entries), 0), coalesce(sum(entries) filter (where scores >= :enough), 0)
        from judging_tally where campaign = :campaign and category = :category""";

    private final JdbcClient jdbc;
    private final Freshness freshness;
    private final CampaignRulesSource rules;
    private final JudgingsInTheLedger ledger;
    private final JudgingRows rows;
    private final JudgeDirectory directory;

    JudgingQueryEndpoint(JdbcClient jdbc, Freshness freshness, CampaignRulesSource rules,
            JudgingsInTheLedger ledger, JudgingRows rows, JudgeDirectory directory) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.rules = rules;
        this.ledger = ledger;
        this.rows = rows;
        this.directory = directory;
    }

    /**
     * How far a judge has come.
     *
     * @param judge    the account
     * @param assigned entries to be scored
     * @param scored   those that are
     * @param recused  entries from which the judge has recused
     */
    record OfJudge(String judge, long assigned, long scored, long recused) {}

    /** How many entries are judged, and how many of them have the scores that they need. */
    record OfEntries(long recommended, long withEnoughScores) {}

    /** The ranking, once there is one. */
    record OfRanking(String digest, long position, int entries, int ranked, int awards) {}

    /** The judging; what is not for who asks, or not yet there, is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String campaign, String category, Judging.Stage stage, @Nullable Terms terms,
            @Nullable OfEntries entries, List<OfJudge> judges, @Nullable OfRanking ranking) {}

    /** A draw, and the entries that have fewer judges than it was to give them, as it is now. */
    record DrawView(JudgesDrawn draw, List<Drawing.Shortfall> shortfalls) {}

    @GetMapping("/judging")
    ResponseEntity<View> judging(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = Readers.of(rules, campaign, category, Role.HOST, Role.ADMIN, Role.AUDITOR, Role.JUDGE);
        boolean own = actor.role() == Role.JUDGE;
        return freshness.answer(JudgingProjection.NAME, waitFor, () -> {
            Judging judging = ledger.judging(campaign, category).state();
            return new View(campaign, category, judging.stage(), judging.terms(),
                    own ? null : entries(campaign, category, judging.terms()),
                    judges(campaign, category, own ? actor.account() : null), ranking(judging));
        });
    }

    private static @Nullable OfRanking ranking(Judging judging) {
        Judging.Closing closing = judging.closing();
        return closing == null
                ? null
                : new OfRanking(closing.event().digest(), closing.event().position(), closing.event().entries(),
                        closing.event().ranked(), judging.awards().size());
    }

    private OfEntries entries(String campaign, String category, @Nullable Terms terms) {
        return jdbc.sql(ENTRIES).param("campaign", campaign).param("category", category)
                .param("enough", terms == null ? 1 : terms.minScores())
                .query((row, number) -> new OfEntries(row.getLong(1), row.getLong(2))).single();
    }

    private List<OfJudge> judges(String campaign, String category, @Nullable String judge) {
        JdbcClient.StatementSpec query = judge == null
                ? jdbc.sql(JUDGES + BY_JUDGE)
                : jdbc.sql(JUDGES + " and judge = :judge" + BY_JUDGE).param("judge", judge);
        return query.param("campaign", campaign).param("category", category)
                .query((row, number) -> new OfJudge(row.getString(1), row.getLong(2), row.getLong(3),
                        row.getLong(4)))
                .list();
    }

    @GetMapping("/judges/draws/{id}")
    ResponseEntity<DrawView> draw(@PathVariable String campaign, @PathVariable String category,
            @PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor) {
        Readers.of(rules, campaign, category, Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignRules known = rules.rules(campaign);
        return freshness.answer(JudgingProjection.NAME, waitFor, () -> {
            JudgesDrawn draw = ledger.draw(campaign, category, id).orElseThrow(Refused::notFound);
            List<Drawing.Judge> judges = directory.judges().stream()
                    .map(judge -> new Drawing.Judge(judge.account(), judge.unit())).toList();
            List<Drawing.Shortfall> shortfalls = Drawing.shortfalls(rows.juries(campaign, category).entries(),
                    judges, draw.perEntry(), (entry, judge) -> known.isWithin(entry, judge)
                            || known.isWithin(judge, entry));
            return new DrawView(draw, shortfalls);
        });
    }
}
