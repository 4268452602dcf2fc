package org.campaignledger.platform.personaldata;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is shown of a person to those who run or audit the ledger before they state a reason (rule 24): just enough to
 * tell two records apart while speaking with whoever recorded them. Of a name its first character, of a phone number
 * its last two digits, of an identity number that there is one. No mask tells how long it is.
 */
public final class MaskedPerson {

    private static final String MASK = "***";
    private static final int SHOWN_DIGITS = 2;

    private MaskedPerson() {}

    /** The same fields, masked; those that are not known here entirely. */
    public static Map<String, String> of(Map<String, String> person) {
        Map<String, String> masked = new LinkedHashMap<>();
        person.forEach((field, value) -> masked.put(field, switch (field) {
            case "name" -> name(value);
            case "phone" -> MASK + value.substring(Math.max(0, value.length() - SHOWN_DIGITS));
            default -> MASK;
        }));
        return masked;
    }

    /** A name of one character, or none, is not shown at all. */
    private static String name(String name) {
        return name.codePointCount(0, name.length()) < 2
                ? MASK
                : name.substring(0, name.offsetByCodePoints(0, 1)) + MASK;
    }
}
