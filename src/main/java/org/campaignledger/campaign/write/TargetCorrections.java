package org.campaignledger.campaign.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.TargetRevised;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A metric's target is revised; its id is campaign and metric, such as {@code 2019/events}. */
@Component
class TargetCorrections extends QuotaCorrections<TargetCorrections.Form> {

    static final String KIND = "targets";

    TargetCorrections(LedgerStore store, EventCodec codec) {
        super(KIND, Form.class, store, codec);
    }

    /** The target, and the allocations that change with it. */
    record Form(@Nullable Long target, @Nullable List<Allocations.Change> changes) {}

    static String id(String campaign, String metric) {
        return campaign + "/" + metric;
    }

    private static String metricOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    @Override
    Form formOf(Campaign campaign, String id) {
        boolean allocated = target(campaign, metricOf(id)).filter(TargetCorrections::isAllocated).isPresent();
        return new Form(campaign.quotas().targets().get(metricOf(id)),
                allocated ? Allocations.of(campaign.quotas().allocations()) : null);
    }

    private static Optional<Definition.Target> target(Campaign campaign, String metric) {
        return campaign.definition().targets().stream().filter(known -> known.metric().equals(metric)).findFirst();
    }

    private static boolean isAllocated(Definition.Target target) {
        return Boolean.TRUE.equals(target.allocated());
    }

    @Override
    CampaignEvent revised(Campaign campaign, String id, Form changes, Circumstances circumstances) {
        String metric = metricOf(id);
        Checks checks = new Checks();
        Optional<Definition.Target> known = target(campaign, metric);
        checks.that(known.isPresent(), "metric", "unknown-metric");
        Long after = checks.count(changes.target(), "target", true);
        boolean allocated = known.filter(TargetCorrections::isAllocated).isPresent();
        List<Allocations.Change> shares = changes.changes() == null ? List.of() : changes.changes();
        checks.that(allocated || shares.isEmpty(), "changes", "only-events-are-allocated");
        checks.that(!Objects.equals(after, campaign.quotas().targets().get(metric)), "target", "changes-nothing");
        if (allocated && after != null) {
            Allocations.check(campaign.quotas().allocations(), shares, after, checks);
        }
        checks.refuseIfAny();
        return new TargetRevised(campaign.id(), metric, campaign.quotas().targets().get(metric),
                Objects.requireNonNull(after), Allocations.changes(campaign.quotas().allocations(), shares),
                circumstances.mark());
    }

    @Override
    Form formAfter(CampaignEvent event) {
        TargetRevised revised = (TargetRevised) event;
        return new Form(revised.after(), revised.changes().isEmpty() ? null : Allocations.after(revised.changes()));
    }
}
