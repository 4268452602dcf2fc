package org.campaignledger.platform.proof;

import java.util.SortedMap;

/** The figures that the ledger publishes, as far as they are proven and exported with it. */
public interface PublishedFigures {

    /**
     * The progress of every campaign that was open at a position, by its id in order, exactly as the door answers it:
     * something that Jackson writes.
     *
     * @throws org.campaignledger.kernel.Refused 503 if the projections have not come as far
     */
    SortedMap<String, ?> progressAt(long position);

    /**
     * SHA-256 over the folded balance of all campaigns at a position (docs/sealed-log.md, "Folded balance").
     *
     * @throws org.campaignledger.kernel.Refused 503 if the projections have not come as far
     */
    byte[] digestAt(long position);
}
