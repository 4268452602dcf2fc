package org.campaignledger.account.events;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/** What happened to an account; never a secret. */
public sealed interface AccountEvent extends LedgerEvent permits AccountOpened, PasswordSet, AccountDisabled,
        ApiTokenIssued, ApiTokenRevoked, SecondFactorEnrolled, SecondFactorReset, RecoveryCodeUsed {

    /** The account's user name. */
    String username();

    @Override
    default List<Posting> postings() {
        return List.of();
    }

    @Override
    default Reference reference() {
        return new Reference(null, null, null, username(), null);
    }
}
