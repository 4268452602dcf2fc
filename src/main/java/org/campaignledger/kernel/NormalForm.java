package org.campaignledger.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normal form in which natural keys are compared and formats judged (rule 6): NFKC, trimmed, inner spaces removed
 * from codes and numbers, codes upper-case, phones without +86.
 */
public final class NormalForm {

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\u200B-\\u200D\\u2060\\uFEFF]+");
    private static final Pattern NUMBER_PUNCTUATION = Pattern.compile("[\\p{Z}\\s\\u200B-\\u200D\\u2060\\uFEFF()\\-]+");

    private NormalForm() {}

    /** A name, title or text: NFKC, trimmed; runs of white space inside become one space. */
    public static String text(String raw) {
        return SPACE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC)).replaceAll(" ").strip();
    }

    /**
     * A text as its author wrote it, for people to read: trimmed, runs of white space inside as one space. Full-width
     * punctuation stays, without which Chinese looks wrong.
     */
    public static String written(String raw) {
        return SPACE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    /** The key under which names are compared: as {@link #text}, without any space and in lower case. */
    public static String nameKey(String raw) {
        return withoutSpace(Normalizer.normalize(raw, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** A code of a register, or an identity number: NFKC, no spaces, upper-case. */
    public static String code(String raw) {
        return withoutSpace(Normalizer.normalize(raw, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
    }

    /** Names and codes are compared with every command, and most hold nothing to remove. */
    private static String withoutSpace(String normal) {
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (c <= ' ' || c == 0x7F || (c >= 0xA0 && !Character.isLetterOrDigit(c))) {
                return SPACE.matcher(normal).replaceAll("");
            }
        }
        return normal;
    }

    /** A telephone number: NFKC, no spaces, hyphens or brackets; without +86 (or 0086) where it is a mainland one. */
    public static String phone(String raw) {
        String number = NUMBER_PUNCTUATION.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC)).replaceAll("");
        if (number.startsWith("+86")) {
            return number.substring(3);
        }
        if (number.startsWith("0086")) {
            return number.substring(4);
        }
        return number.matches("861\\d{10}") ? number.substring(2) : number;
    }
}
