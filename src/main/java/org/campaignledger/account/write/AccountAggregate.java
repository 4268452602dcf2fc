package org.campaignledger.account.write;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
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
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.jspecify.annotations.Nullable;

/**
 * The shell in which Axon loads an account, has it decide, and records what came of it; the row by which it signs in is
 * written in the same append.
 */
@Aggregate(type = "Account")
class AccountAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private @Nullable Account account;

    AccountAggregate() {}

    /** Loaded where it exists: who opens it twice at once learns that the name is taken, not that something changed. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AccountCommand.OpenAccount command, Deciding deciding, AccountLookup lookup) {
        AccountOpened opened = Account.open(command, deciding.actor());
        if (account != null) {
            throw lookup.nameTaken(command.username());
        }
        AggregateLifecycle.apply(opened);
        AppendContext.current().alsoWrite(AccountRow.opened(opened, command.password()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AccountCommand.OpenVouchedAccount command, Deciding deciding, AccountLookup lookup) {
        AccountOpened opened = Account.openVouched(command, deciding.actor());
        if (account != null) {
            throw lookup.nameTaken(command.username());
        }
        AggregateLifecycle.apply(opened);
        AppendContext.current().alsoWrite(AccountRow.opened(opened, command.password()));
        AppendContext.current().alsoWrite(AccountRow.bound(opened, command.issuer(), command.subject()));
    }

    @CommandHandler
    void handle(AccountCommand.SetPassword command, Deciding deciding) {
        PasswordSet set = known().setPassword(deciding.actor());
        AggregateLifecycle.apply(set);
        AppendContext.current().alsoWrite(AccountRow.passwordSet(set, command.password()));
        AppendContext.current().alsoWrite(ApiTokenRow.allRevoked(set));
        AppendContext.current().alsoWrite(SecondFactorRow.notBegun(set));
    }

    @CommandHandler
    void handle(AccountCommand.IssueToken command, Deciding deciding) {
        ApiTokenIssued issued = known().issueToken(command, deciding.actor());
        AggregateLifecycle.apply(issued);
        AppendContext.current().alsoWrite(ApiTokenRow.issued(issued, command));
    }

    @CommandHandler
    void handle(AccountCommand.RevokeToken command, Deciding deciding) {
        ApiTokenRevoked revoked = known().revokeToken(command.tokenId(), deciding.actor());
        AggregateLifecycle.apply(revoked);
        AppendContext.current().alsoWrite(ApiTokenRow.revoked(revoked));
    }

    @CommandHandler
    void handle(AccountCommand.DisableAccount command, Deciding deciding, AccountLookup lookup) {
        Actor actor = deciding.actor();
        List<AdminAccount> admins = known().role() == Role.ADMIN ? lookup.enabledAdmins() : List.of();
        AccountDisabled disabled = known().disable(actor, admins);
        AggregateLifecycle.apply(disabled);
        AppendContext append = AppendContext.current();
        append.alsoWrite(AccountRow.disabled(disabled));
        if (known().role() == Role.ADMIN) {
            TwoAdminsRemain.check(command.username(), admins).forEach(admin -> append
                    .relyOn(AccountCommand.aggregateId(admin.username()), admin.sequence()));
        }
    }

    @CommandHandler
    void handle(AccountCommand.EnrolSecondFactor command, Deciding deciding) {
        SecondFactorEnrolled enrolled = known().enrol(deciding.actor());
        AggregateLifecycle.apply(enrolled);
        AppendContext.current().alsoWrite(SecondFactorRow.enrolled(command));
        AppendContext.current().alsoWrite(ApiTokenRow.allRevoked(enrolled));
    }

    @CommandHandler
    void handle(AccountCommand.ResetSecondFactor command, Deciding deciding) {
        SecondFactorReset reset = known().resetSecondFactor(deciding.actor());
        AggregateLifecycle.apply(reset);
        AppendContext.current().alsoWrite(SecondFactorRow.reset(reset));
        AppendContext.current().alsoWrite(ApiTokenRow.allRevoked(reset));
    }

    @CommandHandler
    void handle(AccountCommand.UseRecoveryCode command, Deciding deciding) {
        RecoveryCodeUsed used = known().useRecoveryCode(deciding.actor());
        AggregateLifecycle.apply(used);
        AppendContext.current().alsoWrite(SecondFactorRow.used(command));
    }

    private Account known() {
        return Objects.requireNonNull(account);
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        id = AccountCommand.aggregateId(event.username());
        account = Account.evolve(account, event);
    }
}
