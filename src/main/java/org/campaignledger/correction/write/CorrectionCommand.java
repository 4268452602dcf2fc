package org.campaignledger.correction.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.platform.rules.ChangesCampaign;
import org.jspecify.annotations.Nullable;

/** What can be done about a correction that was asked for. */
public sealed interface CorrectionCommand {

    /** The correction. */
    String id();

    /**
     * It is to take effect.
     *
     * @param campaign        its campaign, whose quotas may change; empty for accounts
     * @param reviewedVersion the version whose effect was seen
     */
    record ApproveCorrection(
            @TargetAggregateIdentifier String id, String campaign, long reviewedVersion,
            @Nullable String reason) implements CorrectionCommand, ChangesCampaign {}

    /** It is not to take effect. */
    record RejectCorrection(@TargetAggregateIdentifier String id,
            @Nullable String reason) implements CorrectionCommand {}

    /** Its maker no longer asks for it. */
    record WithdrawCorrection(@TargetAggregateIdentifier String id) implements CorrectionCommand {}

    /** Its time is up. */
    record ExpireCorrection(@TargetAggregateIdentifier String id) implements CorrectionCommand {}
}
