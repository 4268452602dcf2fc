package org.campaignledger.entry.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * The code by which someone without an account follows what became of their work: 80 bits that nobody can guess, written in
 * Crockford's base 32 so that it can be read out over the telephone. It follows from the entry's id and a key of the ledger,
 * so that a repeated request is given the same code again, and the ledger itself holds only a keyed hash of it.
 */
public final class ReceiptCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final Pattern OUTSIDE = Pattern.compile("[^0-9A-Z]");

    private ReceiptCode() {}

    /**
     * The code of an entry.
     *
     * @param hmac keyed hash of the second text for the purpose that the first one names
     */
    public static String of(String id, BinaryOperator<String> hmac) {
        byte[] digest = sha256(hmac.apply("receipt.code", id));
        StringBuilder code = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            int bit = i * 5;
            int both = (digest[bit / 8] & 0xFF) << 8 | digest[bit / 8 + 1] & 0xFF;
            code.append(ALPHABET.charAt(both >> 11 - bit % 8 & 0x1F));
        }
        return code.toString();
    }

    /** What the ledger holds of a code, however it was typed: with or without hyphens, in any case, O for 0, I or L for 1. */
    public static String key(String typed, BinaryOperator<String> hmac) {
        String code = OUTSIDE.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("")
                .replace('O', '0').replace('I', '1').replace('L', '1');
        return hmac.apply("receipt", code);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
