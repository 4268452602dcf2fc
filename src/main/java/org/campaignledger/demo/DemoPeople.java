package org.campaignledger.demo;

import java.util.Locale;

/** Names and numbers that are recognisably invented: no such region, no such country code, nobody of that name. */
final class DemoPeople {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private DemoPeople() {}

    static String name(int number) {
        return String.format(Locale.ROOT, "示例职工%05d", number);
    }

    static String union(int number) {
        return String.format(Locale.ROOT, "示例企业%04d工会（虚构）", number);
    }

    static String enterprise(int number) {
        return String.format(Locale.ROOT, "示例企业%04d（虚构）", number);
    }

    /** Region 000000 does not exist, and nobody born in 1900 is recruited; the check digit is right. */
    static String idNumber(int number) {
        int day = number / 999;
        String seventeen = String.format(Locale.ROOT, "0000001900%02d%02d%03d", day / 28 % 12 + 1, day % 28 + 1,
                number % 999 + 1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + CHECK_DIGITS.charAt(sum % 11);
    }

    /** Country code 999 is not assigned to any country. */
    static String phone(int number) {
        return String.format(Locale.ROOT, "+999%08d", number);
    }
}
