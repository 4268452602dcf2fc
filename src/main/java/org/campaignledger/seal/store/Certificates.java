package org.campaignledger.seal.store;

import java.util.HexFormat;
import org.campaignledger.platform.proof.PublishedFigures;
import org.springframework.stereotype.Component;

/**
 * Replay certificates: the log's signature under the hash of all figures at a position, so that two replays by different
 * people are compared in one line.
 */
@Component
public class Certificates {

    private static final String FORM = "campaign-ledger/replay/v1";

    private final PublishedFigures figures;
    private final LogIdentity identity;

    /** Certificates over these figures. */
    public Certificates(PublishedFigures figures, LogIdentity identity) {
        this.figures = figures;
        this.identity = identity;
    }

    /** The certificate of a position, a signed note. */
    public String at(long position) {
        String text = FORM + "\n" + identity.origin() + "\n" + position + "\n"
                + HexFormat.of().formatHex(figures.digestAt(position)) + "\n";
        return text + "\n" + identity.lines(text);
    }
}
