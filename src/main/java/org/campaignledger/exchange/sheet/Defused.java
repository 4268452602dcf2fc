package org.campaignledger.exchange.sheet;

/**
 * Texts that a spreadsheet would run as a formula when it opens a file of separated values. They are written behind an
 * apostrophe, which says that what follows is a text; and read without it again, so that what begins with one gets another
 * (what is never read back is written by {@link org.campaignledger.platform.exchange.Harmless}).
 */
public final class Defused {

    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Defused() {}

    /** The text as it may stand in such a file. */
    public static String of(String text) {
        return startsDangerously(text) || text.startsWith("'") ? "'" + text : text;
    }

    /** The text that was meant. */
    static String undone(String text) {
        return text.startsWith("'") && (startsDangerously(text.substring(1)) || text.startsWith("''"))
                ? text.substring(1)
                : text;
    }

    private static boolean startsDangerously(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }
}
