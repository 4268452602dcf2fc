package org.campaignledger.account.write;

/**
 * An ADMIN who can sign in.
 *
 * @param username the account
 * @param sequence sequence of its last event: while it stands there, it has not been disabled
 */
record AdminAccount(String username, long sequence) {}
