package org.campaignledger.account.events;

/**
 * Nobody can sign in with this account any more.
 *
 * @param username   the account
 * @param disabledBy who disabled it
 */
public record AccountDisabled(String username, String disabledBy) implements AccountEvent {}
