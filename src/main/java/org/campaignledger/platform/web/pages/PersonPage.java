package org.campaignledger.platform.web.pages;

/**
 * The page of one propagandist. Who it is stands in no page: scripts ask the door, within what the account may see.
 *
 * @param campaign   id of the campaign
 * @param id         the record
 * @param mayReveal  whether the account may state a reason and look
 * @param mayErase   whether it may erase
 * @param scriptData what the scripts start from
 */
record PersonPage(String campaign, String id, boolean mayReveal, boolean mayErase, String scriptData) {}
