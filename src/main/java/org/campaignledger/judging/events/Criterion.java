package org.campaignledger.judging.events;

import java.math.BigDecimal;

/**
 * One line of a rubric.
 *
 * @param criterion its name, in normal form; unique within the rubric
 * @param max       the most points that can be given for it, from 1 up; points are whole numbers from 0
 * @param weight    what it weighs against the others, above 0, exact; without trailing zeros
 */
public record Criterion(String criterion, int max, BigDecimal weight) {}
