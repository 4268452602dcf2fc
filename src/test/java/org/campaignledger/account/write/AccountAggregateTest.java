package org.campaignledger.account.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.test.matchers.Matchers;
import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.RecoveryCodeUsed;
import org.campaignledger.account.events.SecondFactorEnrolled;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.junit.jupiter.api.Test;

class AccountAggregateTest extends AccountFixture {

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
    void theLedgerItselfResetsWhatARestoreHasLost() {
        fixture.given(FJ, new SecondFactorEnrolled("fj"))
                .when(new AccountCommand.ResetSecondFactor("fj"), by(Actor.SYSTEM))
                .expectEvents(new SecondFactorReset("fj", "system"));
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
        return new AccountCommand.EnrolSecondFactor("fj", 1, "sealed", List.of());
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
}
