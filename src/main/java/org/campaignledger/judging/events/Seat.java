package org.campaignledger.judging.events;

/**
 * A judge.
 *
 * @param judge the account
 * @param unit  the unit or sub-unit of the account when the judge was assigned (rule 14)
 */
public record Seat(String judge, String unit) {}
