package org.campaignledger.judging.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;

/** Rule 14. */
class AJudgeNeverScoresTheirOwnUnitTest {

    private final CampaignRules rules = Rules.recording();

    @Test
    void theUnitItselfAPartOfItAndTheWholeOfIt() {
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ", "FJ")).isPresent();
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ-XM", "FJ")).isPresent();
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ", "FJ-XM")).isPresent();
    }

    @Test
    void aJudgeOfAnotherUnitOrOfNoneMay() {
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ", "GD")).isEmpty();
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ-XM", "GD")).isEmpty();
        assertThat(AJudgeNeverScoresTheirOwnUnit.check(rules, "judge", "FJ", null)).isEmpty();
    }
}
