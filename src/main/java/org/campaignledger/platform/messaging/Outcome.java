package org.campaignledger.platform.messaging;

import org.campaignledger.platform.eventstore.AppendReceipt;
import org.jspecify.annotations.Nullable;

/** The result of a command: handed out before its unit of work commits, filled in when the append is durable. */
final class Outcome {

    private volatile @Nullable AppendReceipt receipt;

    void written(@Nullable AppendReceipt toHandOut) {
        receipt = toHandOut;
    }

    @Nullable
    AppendReceipt receipt() {
        return receipt;
    }
}
