package org.campaignledger.platform.eventstore;

/**
 * The record that holds a natural key.
 *
 * @param recordId its id
 * @param unit     the unit or sub-unit it is of, empty where it is of none
 * @param position the position at which it was recorded
 */
public record ClaimHolder(String recordId, String unit, long position) {}
