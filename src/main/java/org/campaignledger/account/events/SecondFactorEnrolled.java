package org.campaignledger.account.events;

/**
 * From now on the account signs in with a code of its holder's app as well; programs do so with tokens.
 *
 * @param username the account; its holder is who did it
 */
public record SecondFactorEnrolled(String username) implements AccountEvent {}
