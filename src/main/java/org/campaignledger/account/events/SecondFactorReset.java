package org.campaignledger.account.events;

/**
 * The account signs in by password alone again, until its holder enrols anew. Rule 19 asks by whom, as of a password that
 * was set for somebody else.
 *
 * @param username the account
 * @param resetBy  the ADMIN who did it, never its holder
 */
public record SecondFactorReset(String username, String resetBy) implements AccountEvent {}
