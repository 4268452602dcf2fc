package org.campaignledger.judging.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.ledger.RankingsInTheLedger;
import org.campaignledger.judging.model.Agreement;
import org.campaignledger.judging.model.Fraction;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The ranking of a category once it is closed, and how far its judges agree. Before, there is neither for anyone. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/categories/{category}")
class RankingEndpoint {

    private final Freshness freshness;
    private final CampaignRulesSource rules;
    private final JudgingsInTheLedger ledger;
    private final RankingsInTheLedger rankings;
    private final JudgingRows rows;

    RankingEndpoint(Freshness freshness, CampaignRulesSource rules, JudgingsInTheLedger ledger,
            RankingsInTheLedger rankings, JudgingRows rows) {
        this.freshness = freshness;
        this.rules = rules;
        this.ledger = ledger;
        this.rankings = rankings;
        this.rows = rows;
    }

    /**
     * A page of a ranking.
     *
     * @param digest   SHA-256 of all of its lines
     * @param position the ledger's, at which it stood so
     * @param terms    by what it was made
     * @param parts    the attachments in which it is kept
     * @param entries  how many there are
     * @param ranked   how many of them have a rank
     * @param lines    in rank order, unranked entries last
     * @param next     cursor of the next page, to be given as {@code after}; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(String digest, long position, Terms terms, List<JudgingClosed.Part> parts, int entries, int ranked,
            List<Map<String, Object>> lines, @Nullable String next) {}

    /** A judge compared with the others. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfJudge(String judge, int scores, BigDecimal mean, BigDecimal spread, int compared,
            @Nullable BigDecimal deviation, boolean standsOut) {}

    /** How far judges agree. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementView(@Nullable BigDecimal alpha, List<OfJudge> judges) {}

    @GetMapping("/ranking")
    ResponseEntity<Page> ranking(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Readers.of(rules, campaign, category, Role.HOST, Role.ADMIN, Role.AUDITOR, Role.JUDGE);
        int atMost = Readers.limit(limit);
        int from = cursor(after);
        return freshness.answerFromHead(waitFor, () -> {
            Judging judging = closed(campaign, category);
            JudgingClosed event = Objects.requireNonNull(judging.closing()).event();
            Terms terms = Objects.requireNonNull(judging.terms());
            List<Map<String, Object>> lines = rankings.lines(event, from, atMost).stream()
                    .map(line -> shown(line, terms)).toList();
            int end = from + lines.size();
            return new Page(event.digest(), event.position(), terms, event.parts(), event.entries(), event.ranked(),
                    lines, end < event.entries() ? Integer.toString(end) : null);
        });
    }

    private Judging closed(String campaign, String category) {
        Judging judging = ledger.judging(campaign, category).state();
        if (judging.closing() == null) {
            throw Refused.conflict("judging-not-closed", null);
        }
        return judging;
    }

    private static int cursor(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,9}")) {
            throw Refused.because(Violation.of("after", "bad-cursor"));
        }
        return Integer.parseInt(after);
    }

    /** A line as it is kept, with points and means by the names of their criteria. */
    private static Map<String, Object> shown(JsonNode line, Terms terms) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String field : List.of("rank", "entry", "score", "exact", "status", "reason")) {
            if (line.has(field)) {
                shown.put(field, line.get(field));
            }
        }
        if (line.has("means")) {
            shown.put("means", byName(line.get("means"), terms));
        }
        List<Map<String, Object>> scores = new ArrayList<>();
        line.path("scores").forEach(score -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("judge", score.get("judge"));
            one.put("scores", byName(score.path("points"), terms));
            one.put("total", score.get("total"));
            one.put("use", score.get("use"));
            scores.add(one);
        });
        shown.put("scores", scores);
        return shown;
    }

    private static Map<String, Object> byName(JsonNode values, Terms terms) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < terms.rubric().size(); i++) {
            Criterion criterion = terms.rubric().get(i);
            byName.put(criterion.criterion(), values.get(i));
        }
        return byName;
    }

    @GetMapping("/judging/agreement")
    ResponseEntity<AgreementView> agreement(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Readers.of(rules, campaign, category, Role.HOST, Role.ADMIN, Role.AUDITOR);
        return freshness.answer(JudgingProjection.NAME, waitFor, () -> {
            Terms terms = Objects.requireNonNull(closed(campaign, category).terms());
            Agreement.Figures figures = new Agreement.Figures(terms);
            rows.eachPanel(campaign, category, terms, figures::add);
            Agreement agreement = figures.agreement();
            return new AgreementView(decimal(agreement.alpha()), agreement.judges().stream().map(judge -> new OfJudge(
                    judge.judge(), judge.scores(), judge.mean().shown(), judge.spread(), judge.compared(),
                    decimal(judge.deviation()), judge.standsOut())).toList());
        });
    }

    private static @Nullable BigDecimal decimal(@Nullable Fraction exact) {
        return exact == null ? null : exact.shown();
    }
}
