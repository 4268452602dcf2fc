package org.campaignledger.platform.duplicates;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much two texts have in common, judged on the keys of names ({@code NormalForm.nameKey}): the Dice coefficient of
 * their sets of two neighbouring characters, which suits Chinese as it needs no words.
 */
public final class Similarity {

    /** From here on two texts are alike. */
    public static final double ALIKE = 0.75;

    private static final int SHORTEST_PART = 3;
    private static final Pattern NOT_NUMERAL = Pattern.compile("[^\\d零〇一二三四五六七八九十百千两甲乙丙丁戊己庚辛壬癸]+");

    /** What many names have and some leave out: it tells none from another. */
    private static final Pattern BOILERPLATE = Pattern.compile("有限责任|股份|有限|集团|委员会");

    private Similarity() {}

    /** The part of a name that tells it from others; the whole name where nothing else is left. */
    public static String core(String name) {
        String core = BOILERPLATE.matcher(name).replaceAll("");
        return core.isEmpty() ? name : core;
    }

    /** Each two neighbouring characters, once; a text of one character is its own only bigram. */
    public static Set<String> bigrams(String text) {
        int[] points = text.codePoints().toArray();
        Set<String> bigrams = new HashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            bigrams.add(new String(points, i, 2));
        }
        if (points.length == 1) {
            bigrams.add(text);
        }
        return bigrams;
    }

    /** The Dice coefficient: 1 for texts of the same bigrams, 0 for those that share none, or of which one is empty. */
    public static double dice(String one, String other) {
        Set<String> some = bigrams(one);
        Set<String> others = bigrams(other);
        int sum = some.size() + others.size();
        if (sum == 0) {
            return 0;
        }
        long common = some.stream().filter(others::contains).count();
        return 2.0 * common / sum;
    }

    /**
     * Whether the cores of two texts have most in common. What is numbered differently is not alike: the second school,
     * the third.
     */
    public static boolean alike(String one, String other) {
        return numerals(one).equals(numerals(other)) && dice(core(one), core(other)) >= ALIKE;
    }

    /** The same for places and titles, of which one report says more than the other: one may stand whole in the other. */
    public static boolean alikeOrPart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        return (shorter.length() >= SHORTEST_PART && longer.contains(shorter)) || alike(one, other);
    }

    /** Whether two codes or numbers are a slip of the pen apart: one character is another, or two stand the wrong way. */
    public static boolean oneSlipApart(String one, String other) {
        if (one.length() != other.length() || one.equals(other)) {
            return false;
        }
        int first = 0;
        while (one.charAt(first) == other.charAt(first)) {
            first++;
        }
        int rest = first + 1;
        if (one.substring(rest).equals(other.substring(rest))) {
            return true;
        }
        return rest < one.length() && one.charAt(first) == other.charAt(rest) && one.charAt(rest) == other.charAt(first)
                && one.substring(rest + 1).equals(other.substring(rest + 1));
    }

    /** Whether two numbers, written in digits, are at most a tenth of the greater apart; none are alike. */
    public static boolean aTenthApart(long one, long other) {
        return Math.min(one, other) > 0 && Math.abs(one - other) * 10 <= Math.max(one, other);
    }

    private static String numerals(String text) {
        return NOT_NUMERAL.matcher(text).replaceAll(" ").strip();
    }
}
