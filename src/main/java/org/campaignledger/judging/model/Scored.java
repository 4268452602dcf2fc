package org.campaignledger.judging.model;

/**
 * What a judge has given an entry, as it stands.
 *
 * @param judge   the judge's account
 * @param points  in the order of the rubric, each from 0 to its most
 * @param recused whether the judge has recused since: shown, and counted nowhere
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them are held while a category is closed; never compared
public record Scored(String judge, int[] points, boolean recused) {}
