package org.campaignledger.account.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.any;
import static org.hamcrest.CoreMatchers.startsWith;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.account.events.ApiTokenIssued;
import org.campaignledger.account.events.ApiTokenRevoked;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.RecoveryCodeUsed;
import org.campaignledger.account.events.SecondFactorEnrolled;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.TokenAccess;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.messaging.LedgerCorrelation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.security.PasswordHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountAggregateTest {

    private static final PasswordHash HASH = new PasswordHash("$argon2id$…");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Actor ADMIN = new Actor("admin", Role.ADMIN, null, null);
    private static final Actor REPORTER = new Actor("fj", Role.REPORTER, "FJ", null);
    private static final AccountOpened FJ = new AccountOpened("fj", Role.REPORTER, "FJ", null, "admin");
    private static final AccountOpened BERT = new AccountOpened("bert", Role.ADMIN, null, null, "admin");
    private static final List<AdminAccount> THREE_ADMINS = List.of(new AdminAccount("admin", 0),
            new AdminAccount("bert", 0), new AdminAccount("checker", 4));

    private final StubLookup lookup = new StubLookup();
    private AggregateTestFixture<AccountAggregate> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(AccountAggregate.class);
        fixture.registerInjectableResource(new Deciding(new NoCampaigns(), () -> Instant.EPOCH));
        fixture.registerInjectableResource(lookup);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(new LedgerCorrelation());
            return chain.proceed();
        });
    }

    @Test
    void anAdminOpensAnAccount() {
        fixture.givenNoPriorActivity()
                .when(new AccountCommand.OpenAccount(new Actor("fj", Role.REPORTER, "FJ", null), HASH), by(ADMIN))
                .expectEvents(FJ);
    }

    @Test
    void theLedgerItselfOpensAnAdmin() {
        fixture.givenNoPriorActivity()
                .when(new AccountCommand.OpenAccount(new Actor("admin", Role.ADMIN, null, null), HASH), by(
                        Actor.SYSTEM))
                .expectEvents(new AccountOpened("admin", Role.ADMIN, null, null, "system"));
    }

    @Test
    void anAdminDoesNotOpenAnAdminAlone() {
        refused(fixture.givenNoPriorActivity()
                .when(new AccountCommand.OpenAccount(new Actor("bert", Role.ADMIN, null, null), HASH), by(ADMIN)),
                "admin-needs-four-eyes");
    }

    @Test
    void nobodyButAnAdminOpensAnAccount() {
        refused(fixture.givenNoPriorActivity()
                .when(new AccountCommand.OpenAccount(new Actor("x", Role.AUDITOR, null, null), HASH), by(REPORTER)),
                "wrong-role");
    }

    @Test
    void aNameIsGivenOnce() {
        refused(fixture.given(FJ)
                .when(new AccountCommand.OpenAccount(new Actor("fj", Role.AUDITOR, null, null), HASH), by(ADMIN)),
                "duplicate-record");
    }

    @Test
    void aDisabledAccountsNameIsNotGivenAgain() {
        refused(fixture.given(FJ, new AccountDisabled("fj", "admin"))
                .when(new AccountCommand.OpenAccount(new Actor("fj", Role.REPORTER, "FJ", null), HASH), by(ADMIN)),
                "duplicate-record");
    }

    @Test
    void itsHolderSetsAPassword() {
        fixture.given(FJ).when(new AccountCommand.SetPassword("fj", HASH), by(REPORTER))
                .expectEvents(new PasswordSet("fj", "fj"));
    }

    @Test
    void anAdminSetsAPasswordAndIsRemembered() {
        fixture.given(FJ).when(new AccountCommand.SetPassword("fj", HASH), by(ADMIN))
                .expectEvents(new PasswordSet("fj", "admin"));
    }

    @Test
    void itsHolderEnrolsASecondFactorOnce() {
        fixture.given(FJ).when(enrol(), by(REPORTER)).expectEvents(new SecondFactorEnrolled("fj"));
    }

    @Test
    void aSecondAppNeedsAResetFirst() {
        refused(fixture.given(FJ, new SecondFactorEnrolled("fj")).when(enrol(), by(REPORTER)),
                "second-factor-enrolled");
    }

    @Test
    void afterAResetItsHolderEnrolsAgain() {
        fixture.given(FJ, new SecondFactorEnrolled("fj"), new SecondFactorReset("fj", "admin"))
                .when(enrol(), by(REPORTER)).expectEvents(new SecondFactorEnrolled("fj"));
    }

    @Test
    void nobodyEnrolsForSomebodyElse() {
        refused(fixture.given(FJ).when(enrol(), by(ADMIN)), "wrong-role");
    }

    @Test
    void anAdminResetsASecondFactorAndIsRemembered() {
        fixture.given(FJ, new SecondFactorEnrolled("fj")).when(new AccountCommand.ResetSecondFactor("fj"), by(ADMIN))
                .expectEvents(new SecondFactorReset("fj", "admin"));
    }

    @Test
    void anAdminDoesNotResetTheirOwn() {
        refused(fixture.given(BERT, new SecondFactorEnrolled("bert")).when(new AccountCommand.ResetSecondFactor("bert"),
                by(new Actor("bert", Role.ADMIN, null, null))), "own-second-factor");
    }

    @Test
    void nobodyElseResetsASecondFactor() {
        refused(fixture.given(BERT, new SecondFactorEnrolled("bert")).when(new AccountCommand.ResetSecondFactor("bert"),
                by(REPORTER)), "wrong-role");
    }

    @Test
    void whatIsNotThereIsNeitherResetNorUsed() {
        refused(fixture.given(FJ).when(new AccountCommand.ResetSecondFactor("fj"), by(ADMIN)), "no-second-factor");
    }

    @Test
    void aRecoveryCodeIsUsedByItsHolderWhileThereIsASecondFactor() {
        fixture.given(FJ, new SecondFactorEnrolled("fj"))
                .when(new AccountCommand.UseRecoveryCode("fj", new byte[0]), by(REPORTER))
                .expectEvents(new RecoveryCodeUsed("fj"));
    }

    @Test
    void aDisabledAccountEnrolsNothing() {
        refused(fixture.given(FJ, new AccountDisabled("fj", "admin")).when(enrol(), by(REPORTER)), "account-disabled");
    }

    private static AccountCommand.EnrolSecondFactor enrol() {
        return new AccountCommand.EnrolSecondFactor("fj", 1, List.of());
    }

    @Test
    void nobodyElseSetsAPassword() {
        refused(fixture.given(FJ).when(new AccountCommand.SetPassword("fj", HASH),
                by(new Actor("gd", Role.REPORTER, "GD", null))), "wrong-role");
    }

    @Test
    void aDisabledAccountGetsNoPassword() {
        refused(fixture.given(FJ, new AccountDisabled("fj", "admin"))
                .when(new AccountCommand.SetPassword("fj", HASH), by(ADMIN)), "account-disabled");
    }

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

    private static AccountCommand.IssueToken issuing(String id, LocalDate last) {
        return new AccountCommand.IssueToken("fj", id, TokenAccess.READ, last, "夜间报表", "00", TODAY);
    }

    @Test
    void anAdminDisablesAnAccountOnce() {
        fixture.given(FJ, new PasswordSet("fj", "fj")).when(new AccountCommand.DisableAccount("fj"), by(ADMIN))
                .expectEvents(new AccountDisabled("fj", "admin"));
    }

    @Test
    void aDisabledAccountIsNotDisabledAgain() {
        refused(fixture.given(FJ, new AccountDisabled("fj", "admin"))
                .when(new AccountCommand.DisableAccount("fj"), by(ADMIN)), "account-disabled");
    }

    @Test
    void theLastButOneAdminIsNotDisabled() {
        lookup.admins = THREE_ADMINS.subList(0, 2);
        refused(fixture.given(BERT).when(new AccountCommand.DisableAccount("bert"), by(ADMIN)), "last-admins");
    }

    @Test
    void aThirdAdminIsDisabledAndNoCampaignIsNamed() {
        lookup.admins = THREE_ADMINS;
        fixture.given(BERT).when(new AccountCommand.DisableAccount("bert"), by(ADMIN))
                .expectEventsMatching(Matchers.exactSequenceOf(Matchers.predicate(message -> message.getPayload()
                        .equals(new AccountDisabled("bert", "admin"))
                        && "admin".equals(message.getMetaData().get(MetadataKeys.ACCOUNT))
                        && !message.getMetaData().containsKey(MetadataKeys.CAMPAIGN_VERSION))));
    }

    @Test
    void noCommandTellsItsHash() {
        assertThat(new AccountCommand.SetPassword("fj", HASH).toString()).doesNotContain("argon2");
    }

    private static Map<String, String> by(Actor actor) {
        return ActorMetadata.write(actor);
    }

    private static void refused(ResultValidator<AccountAggregate> result, String code) {
        result.expectNoEvents().expectException(any(Refused.class))
                .expectExceptionMessage(startsWith(code));
    }

    private static final class StubLookup implements AccountLookup {

        private List<AdminAccount> admins = List.of();

        @Override
        public List<AdminAccount> enabledAdmins() {
            return admins;
        }

        @Override
        public Refused nameTaken(String username) {
            return Refused.duplicate("username", new Refused.Existing(username, 1, null));
        }
    }

    private static final class NoCampaigns implements CampaignRulesSource {

        @Override
        public CampaignRules rules(String campaign) {
            throw Refused.notFound();
        }

        @Override
        public void forget(String campaign) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> campaigns() {
            return List.of();
        }
    }
}
