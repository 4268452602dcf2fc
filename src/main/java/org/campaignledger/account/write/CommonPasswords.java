package org.campaignledger.account.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords and words that everyone tries first ({@code passwords/common.txt}). */
final class CommonPasswords {

    private static final Set<String> WORDS = read();
    private static final int MOST_AROUND = 8;
    private static final String STANDING_IN = "013457@$!";
    private static final String STOOD_FOR = "oieastasi";

    private CommonPasswords() {}

    /**
     * Whether a password is one of them, or made of one of them and of what is commonly put around it.
     *
     * @param password in its normal form
     */
    static boolean hold(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return isWord(lower) || isWord(plain(lower)) || isWord(plain(core(lower))) && isMostly(lower);
    }

    private static boolean isWord(String text) {
        return WORDS.contains(text) || isMostly(text) && WORDS.contains(core(text));
    }

    /** More than eight digits and signs around a word are a secret of their own. */
    private static boolean isMostly(String text) {
        return text.length() - core(text).length() <= MOST_AROUND;
    }

    /** Without the digits and signs before and after. */
    private static String core(String text) {
        return text.replaceAll("^[^\\p{L}@$]+|[^\\p{L}]+$", "");
    }

    /** With letters where digits and signs commonly stand in for them. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            int at = STANDING_IN.indexOf(each);
            plain.append(at < 0 ? each : STOOD_FOR.charAt(at));
        }
        return plain.toString();
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(
                "/passwords/common.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
