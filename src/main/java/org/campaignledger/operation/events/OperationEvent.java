package org.campaignledger.operation.events;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;

/** What an operator did that an auditor must know of. */
public sealed interface OperationEvent extends LedgerEvent permits DeadLetterDiscarded {

    @Override
    default List<Posting> postings() {
        return List.of();
    }
}
