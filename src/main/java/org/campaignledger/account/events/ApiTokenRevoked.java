package org.campaignledger.account.events;

/**
 * A token is taken no more.
 *
 * @param username  the account that it was of
 * @param tokenId   which one
 * @param revokedBy its holder or an ADMIN
 */
public record ApiTokenRevoked(String username, String tokenId, String revokedBy) implements AccountEvent {}
