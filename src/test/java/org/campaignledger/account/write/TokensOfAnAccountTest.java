package org.campaignledger.account.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.ApiTokenIssued;
import org.campaignledger.account.events.ApiTokenRevoked;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.SecondFactorEnrolled;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.TokenAccess;
import org.junit.jupiter.api.Test;

class TokensOfAnAccountTest extends AccountFixture {

    @Test
    void itsHolderMakesATokenAndNeitherNameNorHashIsTold() {
        fixture.given(FJ).when(issuing("t1", TODAY.plusYears(1)), by(REPORTER))
                .expectEvents(new ApiTokenIssued("fj", "t1", TokenAccess.READ, TODAY.plusYears(1)));
    }

    @Test
    void nobodyElseMakesATokenAnAdminNeither() {
        refused(fixture.given(FJ).when(issuing("t1", TODAY), by(ADMIN)), "not-the-holder");
        refused(fixture.given(FJ, new AccountDisabled("fj", "admin")).when(issuing("t1", TODAY), by(REPORTER)),
                "account-disabled");
    }

    @Test
    void aTokenEndsWithinAYearAndNotYesterday() {
        refused(fixture.given(FJ).when(issuing("t1", TODAY.plusYears(1).plusDays(1)), by(REPORTER)), "token-expiry");
        refused(fixture.given(FJ).when(issuing("t1", TODAY.minusDays(1)), by(REPORTER)), "token-expiry");
    }

    @Test
    void expiredTokensAreNotCountedAndTwentyAreEnough() {
        List<Object> before = new ArrayList<>(List.of(FJ));
        for (int i = 0; i < NobodyNeedsMoreThanTwentyTokens.MOST; i++) {
            before.add(new ApiTokenIssued("fj", "t" + i, TokenAccess.WRITE, i == 0 ? TODAY.minusDays(1) : TODAY));
        }
        fixture.given(before).when(issuing("t20", TODAY), by(REPORTER))
                .expectEvents(new ApiTokenIssued("fj", "t20", TokenAccess.READ, TODAY));
        before.add(new ApiTokenIssued("fj", "t20", TokenAccess.READ, TODAY));
        refused(fixture.given(before).when(issuing("t21", TODAY), by(REPORTER)), "too-many-tokens");
        before.add(new PasswordSet("fj", "fj"));
        fixture.given(before).when(issuing("t21", TODAY), by(REPORTER))
                .expectEvents(new ApiTokenIssued("fj", "t21", TokenAccess.READ, TODAY));
    }

    @Test
    void aTokenIsRevokedOnceByItsHolderOrAnAdmin() {
        ApiTokenIssued issued = new ApiTokenIssued("fj", "t1", TokenAccess.READ, TODAY);
        fixture.given(FJ, issued).when(new AccountCommand.RevokeToken("fj", "t1"), by(ADMIN))
                .expectEvents(new ApiTokenRevoked("fj", "t1", "admin"));
        refused(fixture.given(FJ, issued, new ApiTokenRevoked("fj", "t1", "fj"))
                .when(new AccountCommand.RevokeToken("fj", "t1"), by(REPORTER)), "not-found");
        refused(fixture.given(FJ, issued, new PasswordSet("fj", "fj"))
                .when(new AccountCommand.RevokeToken("fj", "t1"), by(REPORTER)), "not-found");
        refused(fixture.given(FJ, issued).when(new AccountCommand.RevokeToken("fj", "t1"),
                by(new Actor("gd", Role.REPORTER, "GD", null))), "wrong-role");
    }

    /** Whoever made one with the password alone is left with none when a code is asked for, and after its reset. */
    @Test
    void aSecondFactorEndsEveryTokenWhenItIsEnrolledAndWhenItIsReset() {
        ApiTokenIssued issued = new ApiTokenIssued("fj", "t1", TokenAccess.READ, TODAY);
        SecondFactorEnrolled enrolled = new SecondFactorEnrolled("fj");
        AccountCommand.RevokeToken revoke = new AccountCommand.RevokeToken("fj", "t1");
        refused(fixture.given(FJ, issued, enrolled).when(revoke, by(REPORTER)), "not-found");
        fixture.given(FJ, enrolled, issued).when(revoke, by(REPORTER))
                .expectEvents(new ApiTokenRevoked("fj", "t1", "fj"));
        refused(fixture.given(FJ, enrolled, issued, new SecondFactorReset("fj", "admin")).when(revoke, by(REPORTER)),
                "not-found");
    }

    private static AccountCommand.IssueToken issuing(String id, LocalDate last) {
        return new AccountCommand.IssueToken("fj", id, TokenAccess.READ, last, "夜间报表", "00", TODAY);
    }
}
