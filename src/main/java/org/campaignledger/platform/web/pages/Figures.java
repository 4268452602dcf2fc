package org.campaignledger.platform.web.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.campaignledger.platform.web.refusal.Language;

/**
 * Figures as they are shown, the same as {@code static/js/figures.js} does. A figure that falls short of its target by
 * one never reads as if it had reached it: shortened figures are cut off, and a share is full only when it is.
 */
public final class Figures {

    static final char MINUS = '\u2212';

    private static final BigDecimal ALMOST_ALL = new BigDecimal("99.9");
    private static final long YI = 100_000_000;
    private static final long WAN = 10_000;
    private static final long WAN_FROM = 100_000;
    private static final long BILLION = 1_000_000_000;
    private static final long MILLION = 1_000_000;

    private final Language language;
    private final PageTexts texts;

    Figures(Language language, PageTexts texts) {
        this.language = language;
        this.texts = texts;
    }

    /** Figures in a language. */
    public static Figures in(Language language) {
        return new Figures(language, PageTexts.in(language));
    }

    /**
     * A figure at a glance.
     *
     * @param number    the digits
     * @param scale     the word that they are to be multiplied by; empty where it is the figure itself
     * @param exact     all digits
     */
    record Figure(String number, String scale, String exact) {

        boolean shortened() {
            return !scale.isEmpty();
        }
    }

    Figure of(long figure) {
        long size = Math.abs(figure);
        if (language == Language.EN) {
            return size >= BILLION
                    ? scaled(figure, BILLION, 2, "js.figure.billion")
                    : size >= MILLION
                            ? scaled(figure, MILLION, 2, "js.figure.million")
                            : new Figure(exact(figure), "", exact(figure));
        }
        return size >= YI
                ? scaled(figure, YI, 2, "js.figure.yi")
                : size >= WAN_FROM
                        ? scaled(figure, WAN, 1, "js.figure.wan")
                        : new Figure(exact(figure), "", exact(figure));
    }

    private Figure scaled(long figure, long by, int decimals, String word) {
        BigDecimal number = BigDecimal.valueOf(figure).divide(BigDecimal.valueOf(by), decimals, RoundingMode.DOWN);
        return new Figure(grouped(number, decimals), texts.get(word), exact(figure));
    }

    /** All digits, in groups of three. */
    public String exact(long figure) {
        return digits(figure);
    }

    /** The same where no language is at hand: it is written alike in both. */
    public static String digits(long figure) {
        return grouped(BigDecimal.valueOf(figure), 0);
    }

    /** A figure with the measure word that its language wants. */
    String amount(long figure, String measure) {
        Figure shown = of(figure);
        String word = language == Language.EN ? "" : measure;
        String tail = shown.scale() + word;
        return tail.isEmpty() ? shown.number() : shown.number() + " " + tail;
    }

    /** A share of a whole that is not zero, to one decimal; 100.0% only when nothing is missing. */
    public String share(long part, long whole) {
        BigDecimal share = percent(part, whole);
        return grouped(part < whole ? share.min(ALMOST_ALL) : share, 1) + "%";
    }

    /** A difference as a share, with its sign; empty where it does not reach the decimal shown. */
    String signedShare(long difference, long whole) {
        if (whole <= 0 || Math.abs(difference) * 1000 < whole) {
            return "";
        }
        return (difference < 0 ? MINUS : '+') + grouped(percent(Math.abs(difference), whole), 1) + "%";
    }

    /** A difference with its sign; nothing has none. */
    public String signed(long difference) {
        return difference > 0 ? '+' + exact(difference) : exact(difference);
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static String grouped(BigDecimal number, int decimals) {
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", number);
        return digits.startsWith("-") ? MINUS + digits.substring(1) : digits;
    }
}
