package org.campaignledger.seal.verify.figure;

/**
 * What amounts are summed by.
 *
 * @param campaign the campaign
 * @param unit     the unit or sub-unit, as recorded
 * @param category the category; empty where there is none
 * @param metric   the metric
 * @param date     the business date
 */
record Cell(String campaign, String unit, String category, String metric, String date) {

    /** Its line in the folded balance. */
    String line(long amount) {
        return String.join("\t", campaign, unit, category, metric, date, Long.toString(amount)) + "\n";
    }
}
