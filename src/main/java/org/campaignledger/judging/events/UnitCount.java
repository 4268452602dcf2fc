package org.campaignledger.judging.events;

/**
 * So many entries of a unit.
 *
 * @param unit    the unit or sub-unit
 * @param entries how many
 */
public record UnitCount(String unit, long entries) {}
