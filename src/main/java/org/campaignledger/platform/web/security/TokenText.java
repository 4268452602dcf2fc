package org.campaignledger.platform.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an API token is written: {@code clt_}, 256 random bits in hex, and the CRC-32 of what stands before it. So a scanner
 * finds one that strayed into a repository, and one that was cut off or mistyped needs no look into the database.
 */
public final class TokenText {

    private static final String PREFIX = "clt_";
    private static final int RANDOM_BYTES = 32;
    private static final int CHECK_DIGITS = 8;
    private static final Pattern FORM = Pattern.compile("clt_[0-9a-f]{72}");

    private TokenText() {}

    /** A new token, never given before. */
    public static String make() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String body = PREFIX + HexFormat.of().formatHex(bytes);
        return body + check(body);
    }

    /** Whether a text is written like one, and undamaged. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches()
                && text.endsWith(check(text.substring(0, text.length() - CHECK_DIGITS)));
    }

    /** By which a token is known once it is given away: its SHA-256, lower-case hex. */
    public static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
