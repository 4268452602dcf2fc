package org.campaignledger.campaign.write;

import java.util.List;
import org.campaignledger.campaign.events.AllocationRevised;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Metric;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The allocated metric is divided otherwise over the reporting units; its id is the campaign's. */
@Component
class AllocationCorrections extends QuotaCorrections<AllocationCorrections.Form> {

    static final String KIND = "allocations";

    AllocationCorrections(LedgerStore store, EventCodec codec) {
        super(KIND, Form.class, store, codec);
    }

    /** What units are to have. */
    record Form(@Nullable List<Allocations.Change> changes) {}

    @Override
    Form formOf(Campaign campaign, String id) {
        return new Form(Allocations.of(campaign.quotas().allocations()));
    }

    @Override
    CampaignEvent revised(Campaign campaign, String id, Form changes, Circumstances circumstances) {
        Checks checks = new Checks();
        List<Allocations.Change> shares = changes.changes() == null ? List.of() : changes.changes();
        checks.that(!shares.isEmpty(), "changes", "missing");
        Long target = campaign.quotas().targets().get(Metric.EVENTS.id());
        Allocations.check(campaign.quotas().allocations(), shares, target == null ? 0 : target, checks);
        checks.that(shares.isEmpty() || !checks.passed()
                || !Allocations.changes(campaign.quotas().allocations(), shares).isEmpty(), "changes",
                "changes-nothing");
        checks.refuseIfAny();
        return new AllocationRevised(campaign.id(), Allocations.changes(campaign.quotas().allocations(), shares),
                circumstances.mark());
    }

    @Override
    Form formAfter(CampaignEvent event) {
        return new Form(Allocations.after(((AllocationRevised) event).changes()));
    }
}
