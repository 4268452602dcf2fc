package org.campaignledger.judging.events;

/**
 * A category is judged from here on, by these terms.
 *
 * @param campaign the campaign
 * @param category the category
 * @param terms    by what it is judged
 */
public record JudgingOpened(String campaign, String category, Terms terms) implements JudgingEvent {}
