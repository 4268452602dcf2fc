package org.campaignledger.exchange.sheet;

/**
 * Texts that a spreadsheet would not show as they are when it opens a file of separated values: it would run them as a
 * formula, or take them for numbers, of which it cuts off the leading zeros and keeps fifteen digits. They are written
 * behind an apostrophe, which says that what follows is a text; and read without it again, so that what begins with one gets another
 * (what is never read back is written by {@link org.campaignledger.platform.exchange.Harmless}).
 */
public final class Defused {

    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** The most digits that a spreadsheet shows of a number as they are; a mobile number has as many. */
    private static final int SHOWN_WHOLE = 11;

    private Defused() {}

    /** The text as it may stand in such a file; for texts, never for figures. */
    public static String of(String text) {
        return isTakenForAnother(text) || text.startsWith("'") ? "'" + text : text;
    }

    /** The text that was meant. */
    static String undone(String text) {
        return text.startsWith("'") && (isTakenForAnother(text.substring(1)) || text.startsWith("''"))
                ? text.substring(1)
                : text;
    }

    private static boolean isTakenForAnother(String text) {
        return !text.isEmpty() && (DANGEROUS.indexOf(text.charAt(0)) >= 0 || isALongNumber(text));
    }

    private static boolean isALongNumber(String text) {
        return (text.length() > SHOWN_WHOLE || text.length() > 1 && text.charAt(0) == '0')
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
