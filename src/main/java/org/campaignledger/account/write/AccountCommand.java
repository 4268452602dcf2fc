package org.campaignledger.account.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.security.PasswordHash;

/** What can be asked of an account. Passwords come hashed: none is ever part of a command. */
public sealed interface AccountCommand {

    /** The user name. */
    String username();

    /** Id of the account's aggregate. */
    @TargetAggregateIdentifier
    default String aggregateId() {
        return aggregateId(username());
    }

    /** Id of the aggregate of this account. */
    static String aggregateId(String username) {
        return "account:" + username;
    }

    /** Lets someone sign in, as what the holder says; checked at the door. */
    record OpenAccount(Actor holder, PasswordHash password) implements AccountCommand {

        @Override
        public String username() {
            return holder.account();
        }
    }

    /** Sets the password again. */
    record SetPassword(String username, PasswordHash password) implements AccountCommand {}

    /** Lets nobody sign in with it any more. */
    record DisableAccount(String username) implements AccountCommand {}
}
