package org.campaignledger.platform.proof;

import java.util.List;

/** The figures that the ledger publishes, as far as they are proven and exported with it. */
public interface PublishedFigures {

    /** Ids of the campaigns that were open at a position, sorted. */
    List<String> campaignsAt(long position);

    /** The progress of a campaign at a position, exactly as the door answers it: something that Jackson writes. */
    Object progressAt(String campaign, long position);

    /**
     * SHA-256 over the folded balance of all campaigns at a position (docs/sealed-log.md, "Folded balance").
     *
     * @throws org.campaignledger.kernel.Refused 503 if the projections have not come as far
     */
    byte[] digestAt(long position);
}
