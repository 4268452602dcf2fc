package org.campaignledger.judging.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.AwardRevoked;
import org.campaignledger.judging.events.JudgedEntryLeft;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.ledger.RankingsInTheLedger;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.records.RestsOnRecords;
import org.campaignledger.platform.rules.APhaseIsOpen;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.OfficeHolders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Awards: granted, taken back, and fallen with what they rest on (rule 21). */
@Component
class Awards implements RestsOnRecords {

    private final JudgingsInTheLedger ledger;
    private final RankingsInTheLedger rankings;
    private final OfficeHolders holders;

    Awards(JudgingsInTheLedger ledger, RankingsInTheLedger rankings, OfficeHolders holders) {
        this.ledger = ledger;
        this.rankings = rankings;
        this.holders = holders;
    }

    AwardGranted grant(JudgingCommand.GrantAward command, Judging judging, Actor actor, CampaignRules rules,
            LocalDate day) {
        Candidate entry = entry(command.entry());
        Checks checks = may(entry, actor, rules);
        Judging.Closing closing = judging.closing();
        return AnAwardRestsOnALineOfTheRanking.grant(command, judging, entry,
                closing == null ? null : ranked(closing, entry.id()).orElse(null), rules, day, checks);
    }

    AwardRevoked revoke(JudgingCommand.RevokeAward command, Judging judging, Actor actor, CampaignRules rules,
            LocalDate day) {
        Checks checks = may(entry(command.entry()), actor, rules);
        checks.refuseIfAny();
        AwardGranted standing = judging.awards().get(command.entry());
        if (standing == null || !standing.id().equals(command.id())) {
            throw Refused.conflict("award-already-revoked", null);
        }
        return new AwardRevoked(standing, AwardRevoked.Cause.DECISION, command.reason(), day);
    }

    private Checks may(Candidate entry, Actor actor, CampaignRules rules) {
        AHostLeavesAwardsOfItsOwnUnitToOthers.check(entry, actor, rules, holders);
        Checks checks = new Checks();
        APhaseIsOpen.check(rules, "JUDGE", "SUMMARISE").ifPresent(checks::add);
        return checks;
    }

    /** The entry must still stand where it stands now when the award is written. */
    private Candidate entry(String id) {
        JudgingsInTheLedger.Standing<Candidate> entry = ledger.candidate(id).orElseThrow(Refused::notFound);
        AppendContext.current().relyOn(id, entry.sequence());
        return entry.state();
    }

    private Optional<AnAwardRestsOnALineOfTheRanking.Ranked> ranked(Judging.Closing closing, String entry) {
        return rankings.line(closing.event(), entry).filter(line -> line.has("rank"))
                .map(line -> new AnAwardRestsOnALineOfTheRanking.Ranked(line.path("rank").asInt(),
                        line.path("score").decimalValue()));
    }

    @Override
    public List<Falling> fallingWith(String recordId, String reason, LocalDate day,
            @Nullable CorrectionMark correction) {
        int slash = recordId.indexOf('/');
        return slash > 0
                ? withTheRanking(recordId.substring(0, slash), recordId.substring(slash + 1), reason)
                : ledger.candidate(recordId)
                        .map(entry -> withItsEntry(entry.state(), reason, correction == null ? day : null))
                        .orElse(List.of());
    }

    /** While the ranking is being made nobody can say whether the entry will be in it. */
    @Override
    public void rely(String recordId) {
        ledger.candidate(recordId).map(JudgingsInTheLedger.Standing::state).ifPresent(entry -> {
            JudgingsInTheLedger.Standing<Judging> judging = ledger.judging(entry.campaign(), entry.category());
            if (judging.state().stage() == Judging.Stage.ENDED) {
                throw Refused.conflict("scoring-ended", null);
            }
            if (judging.sequence() >= 0) {
                AppendContext.current().relyOn(JudgingEvent.judging(entry.campaign(), entry.category()),
                        judging.sequence());
            }
        });
    }

    /** The closing's reversal is written first, the awards that rest on it behind. */
    private List<Falling> withTheRanking(String campaign, String category, String reason) {
        JudgingsInTheLedger.Standing<Judging> judging = ledger.judging(campaign, category);
        List<Fallen> fallen = judging.state().awards().values().stream().map(award -> new Fallen(new AwardRevoked(award,
                AwardRevoked.Cause.RANKING_REVERSED, reason, award.occurredOn()), ofAward(award))).toList();
        return falling(JudgingEvent.judging(campaign, category), judging.sequence() + 1, fallen);
    }

    /**
     * What falls with an entry.
     *
     * @param day on which it left; absent where a correction says that it should never have taken part: then what it
     *            counted for is taken back on the days of old
     */
    private List<Falling> withItsEntry(Candidate entry, String reason, @Nullable LocalDate day) {
        JudgingsInTheLedger.Standing<Judging> judging = ledger.judging(entry.campaign(), entry.category());
        List<Fallen> fallen = new ArrayList<>();
        AwardGranted award = judging.state().awards().get(entry.id());
        if (award != null) {
            fallen.add(new Fallen(new AwardRevoked(award, AwardRevoked.Cause.ENTRY_LEFT, reason,
                    day == null ? award.occurredOn() : day), ofAward(award)));
        }
        Judging.Closing closing = judging.state().closing();
        if (closing != null && !judging.state().left().containsKey(entry.id())) {
            ranked(closing, entry.id()).ifPresent(line -> fallen.add(new Fallen(new JudgedEntryLeft(entry.id(),
                    entry.campaign(), entry.category(), entry.unit(),
                    day == null ? closing.event().occurredOn() : day), ofPlace(entry, line))));
        }
        return falling(JudgingEvent.judging(entry.campaign(), entry.category()), judging.sequence(), fallen);
    }

    /** What takes something back, and what is told of that. */
    private record Fallen(LedgerEvent event, Map<String, Object> shown) {}

    private static List<Falling> falling(String judging, long behind, List<Fallen> fallen) {
        List<Falling> falling = new ArrayList<>();
        for (int i = 0; i < fallen.size(); i++) {
            falling.add(new Falling(JudgingAggregate.TYPE, judging, behind + i, fallen.get(i).event(),
                    fallen.get(i).shown()));
        }
        return falling;
    }

    private static Map<String, Object> ofAward(AwardGranted award) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", "awards");
        shown.put("recordId", award.id());
        shown.put("category", award.category());
        shown.put("entry", award.entry());
        shown.put("level", award.level());
        shown.put("rank", award.rank());
        shown.put("score", award.score());
        return shown;
    }

    /** A place in the ranking is told to those alone who may see the ranking. */
    private static Map<String, Object> ofPlace(Candidate entry, AnAwardRestsOnALineOfTheRanking.Ranked line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", "judgings");
        shown.put("recordId", JudgingEvent.judging(entry.campaign(), entry.category()));
        shown.put("category", entry.category());
        shown.put("entry", entry.id());
        shown.put(PLACE, Map.of("rank", line.rank(), "score", line.score()));
        return shown;
    }
}
