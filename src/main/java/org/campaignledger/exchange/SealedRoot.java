package org.campaignledger.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.audit.SignedNote;

/** The sealed log at a position: what is printed on a report or a sheet can be checked against it for good. */
public final class SealedRoot {

    private static final Duration SEALED_WITHIN = Duration.ofSeconds(5);
    private static final long LOOKED_EVERY_MILLIS = 50;

    private SealedRoot() {}

    /**
     * The checkpoint of the log at this very size, after waiting up to five seconds until the log has got there.
     *
     * @param position the size, 0 or more
     * @throws Refused 503 {@code not-sealed-so-far} if it has not
     */
    public static SignedNote at(Contract contract, long position) {
        long deadline = System.nanoTime() + SEALED_WITHIN.toNanos();
        Optional<SignedNote> note = checkpoint(contract, position);
        while (note.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOKED_EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
            note = checkpoint(contract, position);
        }
        return note.orElseThrow(() -> Refused.of(Refused.Kind.UNAVAILABLE, "not-sealed-so-far", Map.of("position",
                position)));
    }

    private static Optional<SignedNote> checkpoint(Contract contract, long position) {
        return contract.text("/log/checkpoint?size=" + position).flatMap(SignedNote::of);
    }
}
