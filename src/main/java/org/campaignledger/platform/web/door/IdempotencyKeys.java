package org.campaignledger.platform.web.door;

import jakarta.servlet.http.HttpServletRequest;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a request: any text of up to 200 characters (API, "Commands").
 */
public final class IdempotencyKeys {

    private static final String KEY = "Idempotency-Key";
    private static final int MAX_LENGTH = 200;

    private IdempotencyKeys() {}

    /**
     * The key as it was sent; null if none came.
     *
     * @throws Refused 422 {@code invalid-idempotency-key} if it is blank or too long
     */
    public static @Nullable String sent(HttpServletRequest request) {
        String header = request.getHeader(KEY);
        if (header == null) {
            return null;
        }
        String sent = HeaderText.meant(header);
        if (sent.isBlank() || sent.codePointCount(0, sent.length()) > MAX_LENGTH) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "invalid-idempotency-key");
        }
        return sent;
    }
}
