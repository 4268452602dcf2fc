package org.campaignledger.account.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
import org.campaignledger.platform.correction.FourEyes;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Rule 19, told from the ledger's own account events. An account is in the hands of whoever made it or has ever set its
 * password or taken its second factor away, and of whoever they are in the hands of: for good, since whoever holds a password may change it in its
 * holder's name. The other way round, the ADMIN who made the asker or set its password last may decide once the holder
 * has changed it. An issuer is nobody's account, and whom it vouches for is never an ADMIN, who alone decides.
 */
@Component
class AccountTies implements FourEyes {

    private final LedgerStore store;
    private final EventCodec codec;

    AccountTies(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * An account as far as ties go.
     *
     * @param handledBy who made it or ever set its password, other than its holder and the ledger itself
     * @param knownTo   who may still know its password for that reason
     */
    private record Hands(Set<String> handledBy, Set<String> knownTo) {}

    @Override
    public Ties between(String maker, String checker) {
        Map<String, Long> accountsAt = new HashMap<>();
        Hands makers = handsOn(maker, accountsAt);
        boolean tied = maker.equals(checker) || makers.knownTo().contains(checker)
                || handlers(checker, accountsAt).contains(maker);
        return new Ties(tied, accountsAt);
    }

    /** Whoever has an account in their hands, by however many others. */
    private Set<String> handlers(String account, Map<String, Long> accountsAt) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(account));
        while (!open.isEmpty()) {
            for (String handler : handsOn(open.remove(), accountsAt).handledBy()) {
                if (all.add(handler)) {
                    open.add(handler);
                }
            }
        }
        return all;
    }

    private Hands handsOn(String account, Map<String, Long> accountsAt) {
        Set<String> handledBy = new HashSet<>();
        Set<String> knownTo = new HashSet<>();
        long sequence = -1;
        for (RecordedEvent recorded : store.readAggregate(AccountCommand.aggregateId(account), 0)) {
            sequence = recorded.sequence();
            if (codec.decodePayload(recorded.type(), recorded.revision(),
                    recorded.payload()) instanceof AccountEvent event) {
                take(event, account, handledBy, knownTo);
            }
        }
        accountsAt.put(AccountCommand.aggregateId(account), sequence);
        return new Hands(handledBy, knownTo);
    }

    private static void take(AccountEvent event, String account, Set<String> handledBy, Set<String> knownTo) {
        String by = switch (event) {
            case AccountOpened opened -> opened.madeBy();
            case PasswordSet set -> set.setBy();
            // Whoever takes the second factor away is one step from coming in as its holder.
            case SecondFactorReset reset -> reset.resetBy();
            // A factor of its holder's own does not make a password unknown again that others have set. A new password
            // ends every token: whoever once knew the old one is left with none.
            case SecondFactorEnrolled _,RecoveryCodeUsed _,AccountDisabled _,ApiTokenIssued _,ApiTokenRevoked _ ->
                Actor.SYSTEM
                        .account();
        };
        if (by.equals(account)) {
            knownTo.clear();
        } else if (!by.equals(Actor.SYSTEM.account()) && !by.startsWith(AccountOpened.BY_ISSUER)) {
            handledBy.add(by);
            knownTo.add(by);
        }
    }
}
