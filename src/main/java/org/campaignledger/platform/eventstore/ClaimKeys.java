package org.campaignledger.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.campaignledger.kernel.Claim;

/** Fixed-size keys for natural keys and idempotency scopes: SHA-256. */
final class ClaimKeys {

    private ClaimKeys() {}

    /** SHA-256 over kind, a line feed and key, in UTF-8. */
    static byte[] of(Claim claim) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((claim.kind() + "\n" + claim.key()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
