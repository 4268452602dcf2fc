package org.campaignledger.judging.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** Rule 17: every award names the line of the ranking on which it rests; without one there is none. */
final class AnAwardRestsOnALineOfTheRanking {

    private AnAwardRestsOnALineOfTheRanking() {}

    /**
     * What a ranking says of an entry.
     *
     * @param rank  its rank
     * @param score its score, 4 decimals
     */
    record Ranked(int rank, BigDecimal score) {}

    /**
     * The award; what else was found to be wrong is told with it.
     *
     * @param line what the ranking says of the entry; absent where it has no rank
     * @throws Refused 409 {@code judging-not-closed} or {@code already-awarded}; 422 everything else
     */
    static AwardGranted grant(JudgingCommand.GrantAward command, Judging judging, Candidate entry,
            @Nullable Ranked line, CampaignRules rules, LocalDate day, Checks checks) {
        Judging.Closing closing = judging.closing();
        if (closing == null) {
            checks.refuseIfAny();
            throw Refused.conflict("judging-not-closed", null);
        }
        checks.that(rules.awardLevels().contains(command.level()), "level", "unknown-level",
                java.util.Map.of("allowed", String.join(", ", rules.awardLevels())));
        checks.that(entry.isJudged(), "", "entry-not-recommended");
        checks.that(line != null, "", "entry-not-ranked");
        checks.refuseIfAny();
        if (judging.awards().containsKey(entry.id())) {
            throw Refused.conflict("already-awarded", null);
        }
        Ranked ranked = Objects.requireNonNull(line);
        return new AwardGranted(command.id(), entry.campaign(), entry.category(), entry.id(), entry.unit(),
                command.level(), ranked.rank(), ranked.score(), closing.event().digest(), closing.position(), day);
    }
}
