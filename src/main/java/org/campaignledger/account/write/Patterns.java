package org.campaignledger.account.write;

import java.util.List;
import java.util.Locale;

/** Passwords that a finger makes without a thought. */
final class Patterns {

    private static final List<String> ROWS = List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "abcdefghijklmnopqrstuvwxyz", "0123456789");
    private static final int LONGEST_BLOCK = 4;

    private Patterns() {}

    /** Whether it is one block of at most four characters over and over, or a part of a row in either direction. */
    static boolean hold(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return repeats(lower) || isInARow(lower) || isInARow(new StringBuilder(lower).reverse().toString());
    }

    private static boolean repeats(String text) {
        for (int block = 1; block <= LONGEST_BLOCK; block++) {
            if (text.length() >= 2 * block && text.regionMatches(0, text, block, text.length() - block)) {
                return true;
            }
        }
        return false;
    }

    /** Twice each row: it may begin anew at its end. */
    private static boolean isInARow(String text) {
        return ROWS.stream().anyMatch(row -> (row + row).contains(text));
    }
}
