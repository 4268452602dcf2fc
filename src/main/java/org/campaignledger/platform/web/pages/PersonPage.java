package org.campaignledger.platform.web.pages;

/**
 * The page of one propagandist, apart from who it is.
 *
 * @param campaign   id of the campaign
 * @param id         the record
 * @param mayReveal  whether the account may state a reason and look
 * @param mayErase   whether it may erase
 * @param scriptData what the scripts start from
 */
record PersonPage(String campaign, String id, boolean mayReveal, boolean mayErase, String scriptData) {}
