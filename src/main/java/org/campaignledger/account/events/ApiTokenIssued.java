package org.campaignledger.account.events;

import java.time.LocalDate;

import org.campaignledger.kernel.TokenAccess;

/**
 * A program may act for this account, on its holder's word. Neither the token nor its hash is told, nor the name that
 * its holder gave it.
 *
 * @param username  the account, whose holder made it
 * @param tokenId   by which it is told apart
 * @param access    how far it comes
 * @param expiresOn the last day on which it is taken, in China
 */
public record ApiTokenIssued(
        String username, String tokenId, TokenAccess access, LocalDate expiresOn) implements AccountEvent {}
