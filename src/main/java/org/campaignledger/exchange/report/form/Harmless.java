package org.campaignledger.exchange.report.form;

/** Cells that a spreadsheet would run as a formula, or a program behind it, are texts. */
final class Harmless {

    private static final String STARTS = "=+-@\t\r";

    private Harmless() {}

    /** The text, with an apostrophe before it where it begins as a formula does. */
    static String text(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
