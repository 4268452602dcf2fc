package org.campaignledger.platform.web.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** The bytes of a body before they mean anything: how many there may be, and which text they are. */
public final class BodyBytes {

    /** The longest body that is taken, in bytes: 1 MiB. Files go another way. */
    static final int MAX_BYTES = 1 << 20;

    private BodyBytes() {}

    /**
     * Reads to the end, but never more than what is taken.
     *
     * @throws Refused 413 {@code too-large}
     */
    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    static Refused tooLarge() {
        return Refused.of(Refused.Kind.TOO_LARGE, "too-large", Map.of("max", MAX_BYTES));
    }

    /**
     * The text of the bytes; {@code null}, and a finding, if they are not UTF-8. Decoded here and not by a parser: those
     * guess other encodings, and some put a replacement character where the bytes are wrong.
     */
    static @Nullable String text(byte[] bytes, Findings findings) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            findings.malformed(FieldPath.ROOT, "not-utf-8");
            return null;
        }
    }

    /** The code of what no text of the ledger may hold: a NUL, or half of a surrogate pair; {@code null} if neither. */
    public static @Nullable String flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "nul-character";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "lone-surrogate";
            }
        }
        return null;
    }
}
