package org.campaignledger.campaign.events;

/**
 * What is allocated to a unit, before and after.
 *
 * @param unit   code of the reporting unit
 * @param before as it was
 * @param after  as it is from here on
 */
public record AllocationChange(String unit, long before, long after) {}
