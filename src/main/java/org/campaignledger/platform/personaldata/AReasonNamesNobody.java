package org.campaignledger.platform.personaldata;

import java.util.regex.Pattern;

import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Rule 23: a reason stays in the ledger for good and in the clear, so it must not hold what is to be protected. Numbers
 * in the form of an identity or mobile number are refused, whosever they are: comparing them with the person's own would
 * let someone guess these without being recorded. That a name is left out is a matter of discipline, and documented.
 */
public final class AReasonNamesNobody {

    private static final int MAX_LENGTH = 10_000;
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)((86)?1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[\\s-]+(?=[\\dXx])");

    private AReasonNamesNobody() {}

    /** The reason in normal form; absent if it is missing or wrong, and that was noted. */
    public static @Nullable String check(@Nullable String raw, Checks checks) {
        String reason = checks.text(raw, "reason", MAX_LENGTH, true);
        check(reason, "reason", checks);
        return reason;
    }

    /** The same of any text that stays in the clear; an absent one names nobody. */
    public static void check(@Nullable String text, String field, Checks checks) {
        if (text != null) {
            String joined = BETWEEN_DIGITS.matcher(text).replaceAll("");
            boolean names = NUMBER.matcher(text).find() || NUMBER.matcher(joined).find();
            checks.that(!names, field, "personal-data-in-text");
        }
    }
}
