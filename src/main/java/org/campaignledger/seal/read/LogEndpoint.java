package org.campaignledger.seal.read;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.proof.Proofs;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.store.SealedLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public log (API, "The sealed log"; docs/sealed-log.md). */
@RestController
@RequestMapping("/log")
class LogEndpoint {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    /** What can never change may be kept for a year. */
    private static final CacheControl FOR_GOOD = CacheControl.maxAge(java.time.Duration.ofDays(365)).cachePublic()
            .immutable();
    private static final CacheControl NOT = CacheControl.noCache();

    private final SealedLog log;
    private final SealStore tiles;
    private final LogIdentity identity;
    private final Bundles bundles;
    private final LedgerStore store;
    private final Cosignatures cosignatures;
    private final LogProperties properties;

    LogEndpoint(SealedLog log, SealStore tiles, LogIdentity identity, Bundles bundles, LedgerStore store,
            Cosignatures cosignatures, LogProperties properties) {
        this.log = log;
        this.tiles = tiles;
        this.identity = identity;
        this.bundles = bundles;
        this.store = store;
        this.cosignatures = cosignatures;
        this.properties = properties;
    }

    /** A consistency proof; all bytes are base64. */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> hashes) {}

    /**
     * A checkpoint: the newest that is published, with {@code pending} the one that witnesses are to cosign, or that of a
     * size.
     */
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint(@RequestParam(required = false) @Nullable Long size,
            @RequestParam(defaultValue = "false") boolean pending) {
        long asked = size == null ? pending ? log.candidateSize() : published() : sealed("size", size);
        return text(log.checkpoint(asked), NOT);
    }

    @GetMapping("/tile/{level}/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path) {
        boolean entries = level.equals("entries");
        TilePath asked = Optional.of(path).filter(given -> given.length() > 1)
                .flatMap(given -> TilePath.parse(entries ? "0" : level, given.substring(1)))
                .orElseThrow(Refused::notFound);
        if (asked.width() > asked.tile().widthIn(log.size())) {
            throw Refused.notFound();
        }
        if (!entries) {
            return bytes(Arrays.copyOf(tiles.hashes(asked.tile()), asked.width() * 32), FOR_GOOD);
        }
        Bundles.Bundle bundle = bundles.entries(asked.tile(), asked.width());
        return bytes(bundle.bytes(), bundle.isWhole() ? FOR_GOOD : CacheControl.noStore());
    }

    private static ResponseEntity<byte[]> bytes(byte[] body, CacheControl kept) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(kept).body(body);
    }

    @GetMapping("/proof/{position}")
    ResponseEntity<String> proof(@PathVariable long position) {
        Proofs.Proof proof = store.at(position).flatMap(log::of).orElseThrow(() -> position >= 1
                && position <= store.head()
                        ? Refused.of(Refused.Kind.NOT_FOUND, "not-sealed-yet", Map.of("position", position))
                        : Refused.notFound());
        String hashes = proof.hashes().stream().map(hash -> hash + "\n").collect(Collectors.joining());
        return text("c2sp.org/tlog-proof@v1\nextra " + proof.entry() + "\nindex " + proof.index() + "\n" + hashes
                + "\n" + proof.checkpoint(), NOT);
    }

    @GetMapping("/consistency")
    ResponseEntity<Consistency> consistency(@RequestParam long from,
            @RequestParam(required = false) @Nullable Long to) {
        long last = to == null ? published() : sealed("to", to);
        if (from < 0 || from > last) {
            throw Refused.because(new Violation("from", "out-of-range", Map.of("min", 0, "max", last)));
        }
        Base64.Encoder base64 = Base64.getEncoder();
        return ResponseEntity.ok().cacheControl(to == null ? NOT : FOR_GOOD)
                .body(new Consistency(from, last, base64.encodeToString(log.root(from)),
                        base64.encodeToString(log.root(last)),
                        log.tree().consistency(from, last).stream().map(base64::encodeToString).toList()));
    }

    @GetMapping("/key")
    ResponseEntity<String> key() {
        return text(identity.keys().stream().map(key -> key + "\n").collect(Collectors.joining()), NOT);
    }

    @GetMapping("/witnesses")
    ResponseEntity<String> witnesses() {
        return text("quorum " + properties.quorum() + "\n" + cosignatures.witnesses().stream().map(key -> key + "\n")
                .collect(Collectors.joining()), NOT);
    }

    private long published() {
        return log.publishedSize().orElseThrow(() -> Refused.of(Refused.Kind.UNAVAILABLE, "no-quorum-yet"));
    }

    private long sealed(String field, long size) {
        long sealed = log.size();
        if (size < 0) {
            throw Refused.because(new Violation(field, "out-of-range", Map.of("min", 0, "max", sealed)));
        }
        if (size > sealed) {
            throw Refused.because(new Violation(field, "position-not-sealed", Map.of("sealed", sealed)));
        }
        return size;
    }

    private static ResponseEntity<String> text(String body, CacheControl kept) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(kept).body(body);
    }
}
