package org.campaignledger.account.write;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.TokenAccess;
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

    /**
     * Lets someone sign in on an issuer's word, as what the holder says.
     *
     * @param password that nobody knows
     * @param issuer   who vouches
     * @param subject  SHA-256 of the issuer and its name for the person, lower-case hex; stands beside the ledger
     */
    record OpenVouchedAccount(Actor holder, PasswordHash password, String issuer,
            String subject) implements AccountCommand {

        @Override
        public String username() {
            return holder.account();
        }
    }

    /** Sets the password again. */
    record SetPassword(String username, PasswordHash password) implements AccountCommand {}

    /**
     * Lets a program act for its holder.
     *
     * @param tokenId   by which it is told apart
     * @param access    how far it comes
     * @param expiresOn the last day on which it is taken
     * @param name      what its holder calls it; stands beside the ledger
     * @param sha256    of the token, lower-case hex; stands beside the ledger
     * @param today     by the real clock, which the ledger's is not in the demo season
     */
    record IssueToken(String username, String tokenId, TokenAccess access, LocalDate expiresOn, String name,
            String sha256, LocalDate today) implements AccountCommand {

        /** Without what does not belong into a log. */
        @Override
        public String toString() {
            return "IssueToken[" + username + ", " + tokenId + ", " + access + ", " + expiresOn + "]";
        }
    }

    /** Has a token taken no more. */
    record RevokeToken(String username, String tokenId) implements AccountCommand {}

    /**
     * From now on codes are asked for: the secret was begun before, and the app has shown that it has it.
     *
     * @param username      the account
     * @param step          of the code that showed it, which is not taken again
     * @param sealed        the secret that the code was of, as it is kept: another that was begun meanwhile is not enrolled
     * @param recoveryCodes SHA-256 of each
     */
    record EnrolSecondFactor(String username, long step, String sealed,
            List<byte[]> recoveryCodes) implements AccountCommand {

        /** Without what does not belong into a log. */
        @Override
        public String toString() {
            return "EnrolSecondFactor[" + username + "]";
        }
    }

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
