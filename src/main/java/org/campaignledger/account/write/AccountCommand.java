package org.campaignledger.account.write;

import java.util.List;
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

    /**
     * From now on codes are asked for: the secret was begun before, and the app has shown that it has it.
     *
     * @param username      the account
     * @param step          of the code that showed it, which is not taken again
     * @param recoveryCodes SHA-256 of each
     */
    record EnrolSecondFactor(String username, long step, List<byte[]> recoveryCodes) implements AccountCommand {}

    /** Codes are no longer asked for, and its sessions end. */
    record ResetSecondFactor(String username) implements AccountCommand {}

    /**
     * Uses up a recovery code.
     *
     * @param username the account
     * @param codeHash SHA-256 of it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record UseRecoveryCode(String username, byte[] codeHash) implements AccountCommand {}

    /** Lets nobody sign in with it any more. */
    record DisableAccount(String username) implements AccountCommand {}
}
