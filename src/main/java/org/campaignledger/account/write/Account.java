package org.campaignledger.account.write;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.AccountEvent;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.account.events.ApiTokenIssued;
import org.campaignledger.account.events.ApiTokenRevoked;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.RecoveryCodeUsed;
import org.campaignledger.account.events.SecondFactorEnrolled;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.AnAdminActs;
import org.jspecify.annotations.Nullable;

/**
 * An account as far as decisions depend on it.
 *
 * @param username its user name
 * @param role     its one role
 * @param disabled whether nobody can sign in with it any more
 * @param secondFactor whether it signs in with a code as well
 * @param tokens   its tokens that nobody has ended, and the last day of each
 */
record Account(String username, Role role, boolean disabled, boolean secondFactor, Map<String, LocalDate> tokens) {

    /** Who makes it and of what role; that the name is free is a claim of the event. */
    static AccountOpened open(AccountCommand.OpenAccount command, Actor actor) {
        AnAdminActs.check(actor);
        Checks checks = new Checks();
        Actor holder = command.holder();
        AFurtherAdminNeedsFourEyes.check(holder.role(), actor).ifPresent(checks::add);
        checks.refuseIfAny();
        return new AccountOpened(holder.account(), holder.role(), holder.scope(), holder.unit(), actor.account());
    }

    /** The ledger itself may, on an issuer's word, and never an ADMIN. */
    static AccountOpened openVouched(AccountCommand.OpenVouchedAccount command, Actor actor) {
        Actor holder = command.holder();
        AnIssuerMakesNobodyAnAdmin.check(holder.role(), actor);
        return new AccountOpened(holder.account(), holder.role(), holder.scope(), holder.unit(),
                AccountOpened.BY_ISSUER + command.issuer());
    }

    /** Its holder or an ADMIN may; the event says who did (rule 19). */
    PasswordSet setPassword(Actor actor) {
        OnlyTheHolderOrAnAdminSetsAPassword.check(username, actor);
        requireEnabled();
        return new PasswordSet(username, actor.account());
    }

    /** Its holder alone may: a token that an ADMIN made would let the ADMIN act in the holder's name. */
    ApiTokenIssued issueToken(AccountCommand.IssueToken command, Actor actor) {
        OnlyTheHolderMakesATokenForPrograms.check(username, actor);
        requireEnabled();
        ATokenEndsWithinAYear.check(command.expiresOn(), command.today());
        NobodyNeedsMoreThanTwentyTokens.check(tokens.values(), command.today());
        return new ApiTokenIssued(username, command.tokenId(), command.access(), command.expiresOn());
    }

    /** Its holder or an ADMIN may, once. */
    ApiTokenRevoked revokeToken(String tokenId, Actor actor) {
        OnlyTheHolderOrAnAdminSetsAPassword.check(username, actor);
        if (!tokens.containsKey(tokenId)) {
            throw Refused.notFound();
        }
        return new ApiTokenRevoked(username, tokenId, actor.account());
    }

    /** An ADMIN may, as long as two further ones remain. */
    AccountDisabled disable(Actor actor, List<AdminAccount> enabledAdmins) {
        AnAdminActs.check(actor);
        requireEnabled();
        if (role == Role.ADMIN) {
            TwoAdminsRemain.check(username, enabledAdmins);
        }
        return new AccountDisabled(username, actor.account());
    }

    /** Its holder alone, and once: a second app takes the place of the first only after a reset by somebody else. */
    SecondFactorEnrolled enrol(Actor actor) {
        OnlyItsHolderEnrols.check(username, actor);
        requireEnabled();
        if (secondFactor) {
            throw Refused.conflict("second-factor-enrolled", null);
        }
        return new SecondFactorEnrolled(username);
    }

    /** An ADMIN may, of anybody's but their own; and the ledger itself, where a restore has lost the secrets. */
    SecondFactorReset resetSecondFactor(Actor actor) {
        AnAdminActs.check(actor);
        NobodyResetsTheirOwnSecondFactor.check(username, actor);
        requireSecondFactor();
        return new SecondFactorReset(username, actor.account());
    }

    /** Its holder has signed in with one. */
    RecoveryCodeUsed useRecoveryCode(Actor actor) {
        OnlyItsHolderEnrols.check(username, actor);
        requireEnabled();
        requireSecondFactor();
        return new RecoveryCodeUsed(username);
    }

    private void requireSecondFactor() {
        if (!secondFactor) {
            throw Refused.conflict("no-second-factor", null);
        }
    }

    private void requireEnabled() {
        if (disabled) {
            throw Refused.because(Violation.of("", "account-disabled"));
        }
    }

    /** The account after an event. */
    static Account evolve(@Nullable Account before, AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> new Account(opened.username(), opened.role(), false, false, Map.of());
            case PasswordSet _ -> Objects.requireNonNull(before).with(Map.of());
            case RecoveryCodeUsed _ -> Objects.requireNonNull(before);
            case AccountDisabled _ -> Objects.requireNonNull(before).with(true, before.secondFactor()).with(Map.of());
            case SecondFactorEnrolled _ ->
                Objects.requireNonNull(before).with(before.disabled(), true).with(Map.of());
            case SecondFactorReset _ -> Objects.requireNonNull(before).with(before.disabled(), false).with(Map.of());
            case ApiTokenIssued issued -> {
                Map<String, LocalDate> more = new HashMap<>(Objects.requireNonNull(before).tokens());
                more.put(issued.tokenId(), issued.expiresOn());
                yield before.with(more);
            }
            case ApiTokenRevoked revoked -> {
                Map<String, LocalDate> left = new HashMap<>(Objects.requireNonNull(before).tokens());
                left.remove(revoked.tokenId());
                yield before.with(left);
            }
        };
    }

    private Account with(boolean nowDisabled, boolean nowSecondFactor) {
        return new Account(username, role, nowDisabled, nowSecondFactor, tokens);
    }

    private Account with(Map<String, LocalDate> others) {
        return new Account(username, role, disabled, secondFactor, Map.copyOf(others));
    }
}
