package org.campaignledger.seal.store;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.proof.PublishedFigures;
import org.springframework.stereotype.Component;

/**
 * Replay certificates: the log's signature under the hash of all figures at a position, so that two replays by different
 * people are compared in one line.
 */
@Component
public class Certificates {

    private static final String FORM = "campaign-ledger/replay/v1";

    private static final int REMEMBERED = 256;
    private static final int AT_ONCE = 2;

    private final PublishedFigures figures;
    private final LogIdentity identity;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<Long, byte[]> made = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Certificates over these figures. */
    public Certificates(PublishedFigures figures, LogIdentity identity) {
        this.figures = figures;
        this.identity = identity;
    }

    /**
     * The certificate of a position, a signed note.
     *
     * @throws Refused 503 {@code busy} while too many others are being made
     */
    public String at(long position) {
        byte[] digest = digestAt(position);
        String text = FORM + "\n" + identity.origin() + "\n" + position + "\n" + HexFormat.of().formatHex(digest)
                + "\n";
        return text + "\n" + identity.lines(text);
    }

    /** What is folded once never changes. Everyone may ask, so that few are folded at a time. */
    private byte[] digestAt(long position) {
        synchronized (made) {
            byte[] known = made.get(position);
            if (known != null) {
                return known;
            }
        }
        if (!turns.tryAcquire()) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
        try {
            byte[] digest = figures.digestAt(position);
            synchronized (made) {
                made.put(position, digest);
            }
            return digest;
        } finally {
            turns.release();
        }
    }
}
