package org.campaignledger.correction.write;

import org.campaignledger.correction.events.CorrectionApproved;
import org.campaignledger.correction.events.CorrectionExpired;
import org.campaignledger.correction.events.CorrectionRejected;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.events.CorrectionWithdrawn;
import org.campaignledger.correction.model.Correction;
import org.campaignledger.correction.plan.CurrentPlans;
import org.campaignledger.correction.plan.Plan;
import org.campaignledger.correction.plan.Plans;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Reversing;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.FourEyes;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.messaging.FurtherEvents;
import org.campaignledger.platform.records.WhatFallsWithIt;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on a correction, afresh from the records as they stand. */
@Component
class Decisions {

    private final Plans plans;
    private final CurrentPlans current;
    private final FourEyes fourEyes;
    private final Deciding deciding;
    private final FurtherEvents further;
    private final WhatFallsWithIt resting;

    Decisions(Plans plans, CurrentPlans current, FourEyes fourEyes, Deciding deciding,
            FurtherEvents further, WhatFallsWithIt resting) {
        this.resting = resting;
        this.plans = plans;
        this.current = current;
        this.fourEyes = fourEyes;
        this.deciding = deciding;
        this.further = further;
    }

    /** An approval and what it makes happen. */
    record Approval(CorrectionApproved event, Plan plan) {}

    /**
     * Rules 19 to 21: another pair of eyes, in time, on the version that was reviewed.
     *
     * @throws Refused 403, 409 or 422; nothing is written
     */
    Approval approve(Correction correction, CorrectionCommand.ApproveCorrection command) {
        CorrectionRequested asked = correction.asked();
        ItIsStillUndecided.check(correction);
        mustBeAnother(asked.requestedBy());
        ItIsStillUndecided.checkTime(correction, deciding.now());
        String campaign = asked.campaign();
        @Nullable
        CampaignRules rules = campaign == null ? null : deciding.rulesOf(campaign);
        CorrectionsEndWithTheCampaign.check(rules);
        Plan plan = current.of(asked, rules, deciding.now());
        if (plan.effect().version() != command.reviewedVersion()) {
            Standing first = plan.records().getFirst();
            Long position = first.position();
            throw Refused.conflict("stale-review", position == null
                    ? null
                    : new Refused.Existing(first.id(), position, first.unit()));
        }
        boolean asAsked = asked.version() == plan.effect().version();
        return new Approval(new CorrectionApproved(asked.id(), campaign, asked.unit(), asked.record(),
                command.reviewedVersion(), command.reason(), asAsked ? null : Changes.fields(plan.effect())), plan);
    }

    /** The accounts must stand where they stood when it was found that nothing ties them. */
    private void mustBeAnother(String maker) {
        FourEyes.Ties ties = WhoAsksNeverDecides.check(maker, deciding.actor(), fourEyes);
        ties.accountsAt().forEach(AppendContext.current()::relyOn);
    }

    /** Writes the effect behind the approval; the survivor of a merger must still stand as it was seen. */
    void write(Approval approval) {
        Plan plan = approval.plan();
        Standing survivor = plan.survivor();
        if (survivor != null) {
            AppendContext.current().relyOn(survivor.aggregateId(), survivor.lastSequence());
        }
        for (int i = 0; i < plan.events().size(); i++) {
            Standing record = plan.records().get(i);
            LedgerEvent event = plan.events().get(i);
            further.write(record.aggregateType(), record.aggregateId(), record.lastSequence() + 1, event);
            plan.kind().applied(approval.event().id(), event);
            if (plan.kind().carriesOthers() && event instanceof Reversing<?>) {
                resting.rely(record.id());
            }
        }
        plan.falling().forEach(falling -> further.write(falling.aggregateType(), falling.aggregateId(),
                falling.lastSequence() + 1, falling.event()));
    }

    /** Somebody else does not want it. */
    CorrectionRejected reject(Correction correction, CorrectionCommand.RejectCorrection command) {
        ItIsStillUndecided.check(correction);
        CorrectionRequested asked = correction.asked();
        mustBeAnother(asked.requestedBy());
        ItIsStillUndecided.checkTime(correction, deciding.now());
        plans.kind(asked.kind()).dropped(asked.id());
        return new CorrectionRejected(asked.id(), asked.campaign(), asked.unit(), asked.record(), command.reason());
    }

    /** Its maker no longer wants it. */
    CorrectionWithdrawn withdraw(Correction correction) {
        CorrectionRequested asked = correction.asked();
        Actor actor = deciding.actor();
        if (!actor.account().equals(asked.requestedBy())) {
            throw Refused.forbidden("not-the-maker");
        }
        ItIsStillUndecided.check(correction);
        plans.kind(asked.kind()).dropped(asked.id());
        return new CorrectionWithdrawn(asked.id(), asked.campaign(), asked.unit(), asked.record());
    }

    /** The ledger itself, once its time is up. */
    CorrectionExpired expire(Correction correction) {
        CorrectionRequested asked = correction.asked();
        if (deciding.actor().role() != Role.SYSTEM || !correction.isOverdue(deciding.now())) {
            throw Refused.forbidden("wrong-role");
        }
        ItIsStillUndecided.check(correction);
        plans.kind(asked.kind()).dropped(asked.id());
        return new CorrectionExpired(asked.id(), asked.campaign(), asked.unit(), asked.record());
    }
}
