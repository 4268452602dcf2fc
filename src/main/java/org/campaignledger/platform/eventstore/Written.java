package org.campaignledger.platform.eventstore;

import java.time.Instant;

/**
 * What a transaction wrote, and what it did not; what is in neither was rolled back.
 *
 * @param decision   which appends were accepted, and where they stand
 * @param recordedAt the instant given to all of them
 */
record Written(BatchDecision decision, Instant recordedAt) {

    /** Tells every caller of the batch what came of its append. */
    void answer(WriterMetrics metrics) {
        for (BatchDecision.Accepted one : decision.accepted()) {
            one.pending().succeed(new AppendReceipt(one.firstPosition(), one.lastPosition(), recordedAt));
        }
        answerRefused(metrics);
    }

    /** Tells those whose append was refused. */
    void answerRefused(WriterMetrics metrics) {
        decision.refused().forEach((pending, failure) -> {
            metrics.refused(failure);
            pending.fail(failure);
        });
    }
}
