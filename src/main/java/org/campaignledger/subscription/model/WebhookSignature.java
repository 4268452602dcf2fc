package org.campaignledger.subscription.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook after the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over id,
 * seconds and body, parted by dots, under the bytes that stand in base64 after {@code whsec_}.
 */
public final class WebhookSignature {

    /** What every secret begins with. */
    public static final String PREFIX = "whsec_";

    /** How many random bytes stand in one. */
    public static final int SECRET_BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private WebhookSignature() {}

    /** A secret of these bytes. */
    public static String secret(byte[] bytes) {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The value of {@code webhook-signature}: one signature for each secret, parted by spaces.
     *
     * @param secrets the one in force first
     * @param seconds since 1970, of this attempt
     */
    public static String of(List<String> secrets, String id, long seconds, byte[] body) {
        return secrets.stream().map(secret -> "v1," + sign(secret, id, seconds, body)).collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), HMAC));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
