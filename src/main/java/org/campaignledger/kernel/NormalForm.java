package org.campaignledger.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normal form in which natural keys are compared and formats judged (rule 6): NFKC, trimmed, inner spaces removed
 * from codes and numbers, codes upper-case, phones without +86.
 */
public final class NormalForm {

    // Marks of writing direction: seen by nobody, and two texts that differ in them only are the same.
    private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u061C]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\u200B-\\u200D\\u2060\\uFEFF]+");
    private static final Pattern NUMBER_PUNCTUATION = Pattern.compile("[\\p{Z}\\s\\u200B-\\u200D\\u2060\\uFEFF()\\-]+");

    private NormalForm() {}

    /** A name, title or text: NFKC, trimmed; runs of white space inside become one space. */
    public static String text(String raw) {
        return isPlain(raw)
                ? raw
                : SPACE.matcher(unmarked(Normalizer.normalize(raw, Normalizer.Form.NFKC))).replaceAll(" ").strip();
    }

    /**
     * A text for people to read: letters and digits in normal form, trimmed, runs of white space inside as one space.
     * Punctuation stays as it was written: Chinese with the commas of another script looks wrong.
     */
    public static String written(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        StringBuilder written = new StringBuilder(raw.length());
        int from = 0;
        for (int at = 0; at < raw.length(); at += Character.charCount(raw.codePointAt(at))) {
            if (isPunctuation(raw.codePointAt(at))) {
                written.append(Normalizer.normalize(raw.substring(from, at), Normalizer.Form.NFKC))
                        .appendCodePoint(raw.codePointAt(at));
                from = at + Character.charCount(raw.codePointAt(at));
            }
        }
        written.append(Normalizer.normalize(raw.substring(from), Normalizer.Form.NFKC));
        return SPACE.matcher(unmarked(written.toString())).replaceAll(" ").strip();
    }

    /**
     * Whether a text is in normal form beyond doubt: letters, digits and punctuation of ASCII, and the Chinese characters of
     * the first block, with single spaces inside. Nearly all are, and every record is looked at several times.
     */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c > ' ' && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c == ' ' && before != ' ');
            if (!plain) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String unmarked(String text) {
        return DIRECTION.matcher(text).replaceAll("");
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL -> true;
            default -> false;
        };
    }

    /** The key under which names are compared: as {@link #text}, without any space and in lower case. */
    public static String nameKey(String raw) {
        return withoutSpace(composed(raw)).toLowerCase(Locale.ROOT);
    }

    /** A code of a register, or an identity number: NFKC, no spaces, upper-case. */
    public static String code(String raw) {
        return withoutSpace(composed(raw)).toUpperCase(Locale.ROOT);
    }

    private static String composed(String raw) {
        return isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
    }

    /** Names and codes are compared with every command, and most hold nothing to remove. */
    private static String withoutSpace(String normal) {
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (c <= ' ' || c == 0x7F || (c >= 0xA0 && !Character.isLetterOrDigit(c))) {
                return SPACE.matcher(unmarked(normal)).replaceAll("");
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
