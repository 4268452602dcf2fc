package org.campaignledger.platform.correction;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;

/** What events would do to the published figures if they were written now; answered by whoever keeps the balance. */
public interface FiguresAfter {

    /**
     * Before and after.
     *
     * @param position the position from which it was calculated
     * @param figures  those that would change, nationally and by reporting unit and sub-unit
     */
    record Outlook(long position, List<FigureChange> figures) {}

    /**
     * The outlook.
     *
     * @throws org.campaignledger.kernel.Refused 404 if there is no such campaign
     */
    Outlook after(String campaign, List<LedgerEvent> events);
}
