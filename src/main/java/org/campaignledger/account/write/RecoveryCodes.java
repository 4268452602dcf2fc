package org.campaignledger.account.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What signs in once where the app is lost: 80 random bits each, so that a plain hash of one cannot be turned round by
 * trying. Written in four groups of four letters and digits.
 */
final class RecoveryCodes {

    /** How many there are. */
    static final int COUNT = 10;

    private static final int BYTES = 10;

    /** How many bytes all of them are made of. */
    static final int BYTES_OF_ALL = COUNT * BYTES;

    private static final Pattern CODE = Pattern.compile("[A-Z2-7]{16}");

    private RecoveryCodes() {}

    /** Codes of these bytes, {@value #BYTES_OF_ALL} of them, as random as can be. */
    static List<String> of(byte[] random) {
        return IntStream.range(0, COUNT).mapToObj(each -> Base32.encode(Arrays.copyOfRange(random, each * BYTES,
                (each + 1) * BYTES)).replaceAll("(.{4})(?!$)", "$1-")).toList();
    }

    /**
     * By what a code of an account is kept: SHA-256.
     *
     * @param typed however it is grouped, in either case
     * @return empty if it could be none
     */
    static Optional<byte[]> hash(String account, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance("SHA-256").digest((account + "\n" + code).getBytes(
                    StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
