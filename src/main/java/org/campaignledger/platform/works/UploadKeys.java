package org.campaignledger.platform.works;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.door.IdempotencyKeys;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency keys of uploads: as those of commands (API, "Commands"), but kept beside the works, since an upload writes no
 * event in whose transaction the answer could be kept.
 */
public final class UploadKeys {

    private UploadKeys() {}

    /**
     * The key of a request within its scope, which is account, method and path; null if none came.
     *
     * @throws Refused 422 {@code invalid-idempotency-key}
     */
    public static @Nullable String scope(HttpServletRequest request, Actor actor) {
        String sent = IdempotencyKeys.sent(request);
        if (sent == null) {
            return null;
        }
        String scope = String.join("\n", actor.account(), request.getMethod(), request.getRequestURI(), sent);
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(scope.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
