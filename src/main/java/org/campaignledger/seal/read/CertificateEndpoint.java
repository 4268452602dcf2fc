package org.campaignledger.seal.read;

import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.seal.store.Certificates;
import org.campaignledger.seal.store.SealedLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /log/certificate}: what a replay of the ledger up to a position must come to. */
@RestController
class CertificateEndpoint {

    private final Certificates certificates;
    private final SealedLog log;

    CertificateEndpoint(Certificates certificates, SealedLog log) {
        this.certificates = certificates;
        this.log = log;
    }

    @GetMapping("/log/certificate")
    ResponseEntity<String> certificate(@RequestParam(required = false) @Nullable Long size) {
        long asked = size == null
                ? log.publishedSize().orElseThrow(() -> Refused.of(Refused.Kind.UNAVAILABLE, "no-quorum-yet"))
                : size;
        long sealed = log.size();
        if (asked < 0) {
            throw Refused.because(new Violation("size", "out-of-range", Map.of("min", 0, "max", sealed)));
        }
        if (asked > sealed) {
            throw Refused.because(new Violation("size", "position-not-sealed", Map.of("sealed", sealed)));
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .cacheControl(CacheControl.noCache()).body(certificates.at(asked));
    }
}
