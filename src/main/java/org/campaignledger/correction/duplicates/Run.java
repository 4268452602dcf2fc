package org.campaignledger.correction.duplicates;

/**
 * What a run over a campaign's records of one kind has found.
 *
 * @param kind      the kind
 * @param position  up to where the records were read
 * @param records   how many of them are in force and were looked at: of more than 100,000, those made last
 * @param compared  how many pairs of them were compared
 * @param listed    how many pairs are likely duplicates, those included that were dismissed
 * @param cutBlocks how many groups were too large for all of their pairs to be compared
 * @param cutShort  whether there were more likely duplicates than are listed
 */
record Run(
        String kind, long position, int records, long compared, int listed, int cutBlocks, boolean cutShort) {}
