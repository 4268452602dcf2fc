package org.campaignledger.judging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.testing.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 17. */
class AnAwardRestsOnALineOfTheRankingTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 30);
    private static final Judging CLOSED = new Judging(Judging.Stage.CLOSED, null, 7, new Judging.Closing(
            new JudgingClosed("2019", "video", 8, "digest", List.of(), 1, 1, List.of(), DAY), 9), Map.of(), Map.of());
    private static final AnAwardRestsOnALineOfTheRanking.Ranked LINE = new AnAwardRestsOnALineOfTheRanking.Ranked(3,
            new BigDecimal("81.2500"));

    private static AwardGranted grant(Judging judging, Entry.State state,
            AnAwardRestsOnALineOfTheRanking.@Nullable Ranked line, String level) {
        return AnAwardRestsOnALineOfTheRanking.grant(new JudgingCommand.GrantAward("2019/video", "2019", "video", "a1",
                "e1", level), judging, new Candidate("e1", "2019", "video", "FJ", state), line, Rules.recording(), DAY,
                new Checks());
    }

    @Test
    void itNamesRankScoreAndRanking() {
        AwardGranted award = grant(CLOSED, Entry.State.RECOMMENDED, LINE, "一等奖");
        assertThat(award.rank()).isEqualTo(3);
        assertThat(award.score()).isEqualTo("81.2500");
        assertThat(award.ranking()).isEqualTo("digest");
        assertThat(award.closedAt()).isEqualTo(9);
    }

    @Test
    void withoutALineOrARankingThereIsNone() {
        assertThatThrownBy(() -> grant(CLOSED, Entry.State.RECOMMENDED, null, "一等奖"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(
                        "entry-not-ranked"));
        assertThatThrownBy(() -> grant(Judging.NONE, Entry.State.RECOMMENDED, LINE, "一等奖"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(
                        "judging-not-closed"));
    }

    @Test
    void everythingElseIsSaidAtOnce() {
        assertThatThrownBy(() -> grant(CLOSED, Entry.State.DISQUALIFIED, null, "特等奖"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.code())
                        .containsExactly("unknown-level", "entry-not-recommended", "entry-not-ranked"));
    }
}
