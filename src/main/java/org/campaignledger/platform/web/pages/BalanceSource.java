package org.campaignledger.platform.web.pages;

import org.campaignledger.platform.web.door.PointInTime;

/** Where the pages take a campaign's balance from; implemented by the progress slice. */
@FunctionalInterface
public interface BalanceSource {

    /**
     * The balance of a campaign, exactly as {@code GET /campaigns/{c}/progress} answers it.
     *
     * @param campaign the id of a campaign that is open
     * @param moment   the point in time asked for
     * @return something that Jackson writes as the contract's JSON
     * @throws org.campaignledger.kernel.Refused the moment cannot be shown, such as a position beyond the head
     */
    Object balance(String campaign, PointInTime moment);
}
