package org.campaignledger.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: RFC 6238, written here a second time. */
public final class AuthenticatorApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AuthenticatorApp() {}

    /**
     * The code of this secret, so many steps of thirty seconds from now.
     *
     * @param secret in base 32, blanks or not
     */
    public static String code(String secret, int stepsFromNow) {
        StringBuilder bits = new StringBuilder();
        secret.replaceAll("\\s", "").chars().forEach(each -> bits.append(Integer.toBinaryString(32 + BASE32.indexOf(
                each)).substring(1)));
        byte[] key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30 + stepsFromNow)
                    .array());
            int at = hash[19] & 15;
            return String.format(Locale.ROOT, "%06d", (ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE)
                    % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
