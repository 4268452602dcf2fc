package org.campaignledger.judging.events;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Reference;

/** What happened between an entry and its judges. */
public sealed interface PanelEvent extends LedgerEvent
        permits JudgesAssigned, JudgeRecused, ScoreGiven, ScoreRevised {

    /** The entry. */
    String entry();

    /** The campaign. */
    String campaign();

    /** The category. */
    String category();

    /** Of the entry, and of no unit: a reporter sees nothing of it in the trail. */
    static Reference reference(PanelEvent event) {
        return new Reference(event.campaign(), null, event.category(), event.entry(), null);
    }
}
