package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Service;
import org.campaignledger.seal.verify.tree.Merkle;

/** Fetches what events name by digest from a service, one at a time, and makes each digest again. */
public final class ServedAttachments {

    private final Service service;
    private final Ticker ticker;

    /** Those of a service, fetched with an account. */
    public ServedAttachments(Service service, Ticker ticker) {
        this.service = service;
        this.ticker = ticker;
    }

    /**
     * Fetches all of them.
     *
     * @throws Wrong one of them is missing, or another
     */
    public void check(Attached attached) throws IOException, Verdict {
        long done = 0;
        for (Map.Entry<String, Long> named : attached.firstNamed().entrySet()) {
            byte[] bytes = service.attachment(named.getKey(), named.getValue());
            if (!HexFormat.of().formatHex(Merkle.sha256().digest(bytes)).equals(named.getKey())) {
                throw Wrong.at(named.getValue(), Fault.CHANGED, "what the service gives as attachment " + named.getKey()
                        + ", which the event names, does not have this digest");
            }
            ticker.tick("attachments", ++done, attached.firstNamed().size());
        }
    }
}
