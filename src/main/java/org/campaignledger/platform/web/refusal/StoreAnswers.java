package org.campaignledger.platform.web.refusal;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;

/** What an append that was not written is at the door. */
final class StoreAnswers {

    private StoreAnswers() {}

    static Answer of(AppendFailure failure) {
        return switch (failure) {
            case AppendFailure.Conflict conflict -> Answer.of(409, "concurrent-change");
            case AppendFailure.ConditionFailed stale -> Answer.of(409, "concurrent-change");
            case AppendFailure.ClaimTaken taken -> Answer.of(duplicate(taken));
            case AppendFailure.Unavailable unavailable -> Answer.of(503, "store-unavailable");
            case AppendFailure.OutcomeUnknown unknown -> Answer.of(503, "outcome-unknown");
            case AppendFailure.Rejected rejected when rejected.isTooLarge() -> Answer.of(413, "too-large");
            case AppendFailure.Rejected rejected -> Answer.of(500, "internal-error");
            case AppendFailure.AlreadyAnswered answered -> Answer.of(500, "internal-error");
        };
    }

    private static Refused duplicate(AppendFailure.ClaimTaken taken) {
        String unit = taken.holder().unit();
        return Refused.duplicate("", new Refused.Existing(
                taken.holder().recordId(), taken.holder().position(), unit.isEmpty() ? null : unit));
    }
}
