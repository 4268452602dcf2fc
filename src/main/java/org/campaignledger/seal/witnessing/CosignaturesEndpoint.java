package org.campaignledger.seal.witnessing;

import java.util.Arrays;
import java.util.List;
import org.campaignledger.kernel.Refused;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.SealedLog;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where witnesses that come by themselves leave their cosignatures. What is not a configured witness's is not kept. */
@RestController
class CosignaturesEndpoint {

    /** More than any checkpoint with its lines. */
    private static final int LONGEST = 65_536;

    private final SealedLog log;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;

    CosignaturesEndpoint(SealedLog log, LogIdentity identity, Cosignatures cosignatures) {
        this.log = log;
        this.identity = identity;
        this.cosignatures = cosignatures;
    }

    /** How many cosignatures were taken. */
    record Taken(int accepted) {}

    @PostMapping(path = "/log/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    Taken take(@RequestBody String note) {
        if (note.length() > LONGEST) {
            throw Refused.of(Refused.Kind.TOO_LARGE, "too-large");
        }
        Checkpoint checkpoint = published(note);
        int end = note.indexOf("\n\n");
        List<String> lines = note.substring(end + 2).lines().toList();
        List<Cosignature> valid = cosignatures.validIn(checkpoint.text(), lines);
        if (valid.isEmpty()) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "no-known-witness");
        }
        valid.forEach(each -> cosignatures.keep(checkpoint.size(), each));
        return new Taken(valid.size());
    }

    private Checkpoint published(String note) {
        int end = note.indexOf("\n\n");
        try {
            Checkpoint checkpoint = Checkpoint.parse(end < 0 ? note : note.substring(0, end + 1));
            boolean ours = checkpoint.origin().equals(identity.origin()) && checkpoint.size() <= log.size()
                    && Arrays.equals(log.root(checkpoint.size()), checkpoint.root());
            if (end > 0 && ours) {
                return checkpoint;
            }
        } catch (IllegalArgumentException notOne) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "unknown-checkpoint");
        }
        throw Refused.of(Refused.Kind.UNPROCESSABLE, "unknown-checkpoint");
    }
}
