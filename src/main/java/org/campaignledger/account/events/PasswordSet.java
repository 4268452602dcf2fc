package org.campaignledger.account.events;

/**
 * An account's password was set again. Rule 19 asks by whom: what they ask for, who reset them does not decide.
 *
 * @param username the account
 * @param setBy    who set it: its holder or an ADMIN
 */
public record PasswordSet(String username, String setBy) implements AccountEvent {}
