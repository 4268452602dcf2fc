package org.campaignledger.judging.events;

/**
 * No score of the category is taken any more: the first step of closing, so that the ranking is made of scores that stand
 * still.
 *
 * @param campaign the campaign
 * @param category the category
 */
public record ScoringEnded(String campaign, String category) implements JudgingEvent {}
