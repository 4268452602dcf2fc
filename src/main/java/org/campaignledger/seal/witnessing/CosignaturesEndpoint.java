package org.campaignledger.seal.witnessing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.door.RateLimits;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.SealedLog;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where witnesses that come by themselves leave their cosignatures. What is not a configured witness's is not kept. */
@RestController
class CosignaturesEndpoint {

    /** More bytes than any checkpoint with its lines has. */
    private static final int LONGEST = 65_536;
    /** More signatures than any checkpoint has. */
    private static final int MOST_LINES = 64;

    private final SealedLog log;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;
    private final RateLimits limits;

    CosignaturesEndpoint(SealedLog log, LogIdentity identity, Cosignatures cosignatures, RateLimits limits) {
        this.limits = limits;
        this.log = log;
        this.identity = identity;
        this.cosignatures = cosignatures;
    }

    /** Of how many witnesses cosignatures were taken. */
    record Taken(int accepted) {}

    @PostMapping(path = "/log/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    Taken take(HttpServletRequest request) throws IOException {
        limits.check(RateLimits.Of.COSIGNATURES, request);
        String note = text(body(request));
        Checkpoint checkpoint = published(note);
        List<String> lines = note.substring(note.indexOf("\n\n") + 2).lines().limit(MOST_LINES + 1).toList();
        if (lines.size() > MOST_LINES) {
            throw Refused.of(Refused.Kind.TOO_LARGE, "too-large");
        }
        List<Cosignature> valid = cosignatures.validIn(checkpoint.text(), lines);
        if (valid.isEmpty()) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "no-known-witness");
        }
        valid.forEach(each -> cosignatures.keep(checkpoint.size(), each));
        return new Taken(valid.size());
    }

    /** Never more than what is taken, whatever the request says of its length. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= LONGEST) {
            byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length <= LONGEST) {
                return bytes;
            }
        }
        throw Refused.of(Refused.Kind.TOO_LARGE, "too-large", Map.of("max", LONGEST));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw unknown();
        }
    }

    private Checkpoint published(String note) {
        int end = note.indexOf("\n\n");
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.substring(0, end + 1));
            if (checkpoint.origin().equals(identity.origin()) && checkpoint.size() <= log.size()
                    && Arrays.equals(log.root(checkpoint.size()), checkpoint.root())) {
                return checkpoint;
            }
        } catch (IllegalArgumentException notOne) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refused unknown() {
        return Refused.of(Refused.Kind.UNPROCESSABLE, "unknown-checkpoint");
    }
}
