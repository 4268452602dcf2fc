package org.campaignledger.subscription.model;

import java.util.regex.Pattern;

/** What is taken for a mail address: the plain form, so that nothing of it can ever mean something else in a header. */
public final class AnEmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final int LONGEST_LOCAL = 64;

    private AnEmailAddress() {}

    /** Whether this is one. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL && PLAIN.matcher(text).matches();
    }

    /** As others may see it: who it is, hidden. */
    public static String masked(String address) {
        int at = address.indexOf('@');
        return address.substring(0, Math.min(1, at)) + "***" + address.substring(at);
    }
}
