package org.campaignledger.platform.web.pages.admin;

/**
 * A value that can be chosen.
 *
 * @param value as the contract takes it
 * @param label as a reader knows it
 */
record Option(String value, String label) {}
