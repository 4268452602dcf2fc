package org.campaignledger.platform.exchange;

/** Cells that a spreadsheet would run as a formula, or a program behind it, are texts. */
public final class Harmless {

    private static final String STARTS = "=+-@\t\r";

    private Harmless() {}

    /** The text, with an apostrophe before it where it begins as a formula does. */
    public static String text(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
