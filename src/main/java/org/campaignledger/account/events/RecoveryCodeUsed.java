package org.campaignledger.account.events;

/**
 * Somebody signed in with one of the account's recovery codes, which is used up.
 *
 * @param username the account
 */
public record RecoveryCodeUsed(String username) implements AccountEvent {}
