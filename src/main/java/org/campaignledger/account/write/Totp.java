package org.campaignledger.account.write;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238, on RFC 4226), with what every authenticator app takes: HMAC-SHA-1, steps of thirty seconds, six
 * digits. Other algorithms are ignored by many of them.
 */
final class Totp {

    /** Length of a secret, as long as what the HMAC makes (RFC 4226, R6). */
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Steps before and after the present one that are taken: clocks differ, and people type slowly. */
    private static final int DRIFT = 1;
    private static final Pattern CODE = Pattern.compile("\\d{" + DIGITS + "}");
    private static final String ISSUER = "Campaign Ledger";

    private Totp() {}

    /** Whether this could be a code of an app. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The step of a moment. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, six digits. */
    static String code(byte[] secret, long step) {
        byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
    }

    /**
     * The step of which this is the code, near the moment.
     *
     * @param after steps up to this one are taken no more
     * @return empty if it is of none
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant at, long after) {
        long now = step(at);
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (step > after && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What the app reads from the QR code: the key URI format of the authenticator apps. */
    static String uri(String account, String base32) {
        return "otpauth://totp/" + encoded(ISSUER) + ":" + encoded(account) + "?secret=" + base32 + "&issuer="
                + encoded(ISSUER) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
