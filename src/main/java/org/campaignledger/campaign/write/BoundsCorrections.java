package org.campaignledger.campaign.write;

import java.util.Map;
import org.campaignledger.campaign.events.BoundsRevised;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The greatest plausible figures are revised (rule 9); their id is the campaign's. */
@Component
class BoundsCorrections extends QuotaCorrections<BoundsCorrections.Form> {

    static final String KIND = "bounds";

    BoundsCorrections(LedgerStore store, EventCodec codec) {
        super(KIND, Form.class, store, codec);
    }

    /** What is absent stays. */
    record Form(@Nullable Long contactsPerEvent, @Nullable Long directPerReport, @Nullable Long secondaryPerReport) {

        static Form of(Definition.Plausible bounds) {
            return new Form(bounds.contactsPerEvent(), bounds.directPerReport(), bounds.secondaryPerReport());
        }
    }

    @Override
    Form formOf(Campaign campaign, String id) {
        return Form.of(campaign.quotas().bounds());
    }

    @Override
    CampaignEvent revised(Campaign campaign, String id, Form changes, Circumstances circumstances) {
        Definition.Plausible before = campaign.quotas().bounds();
        Checks checks = new Checks();
        Definition.Plausible after = new Definition.Plausible(
                bound(changes.contactsPerEvent(), before.contactsPerEvent(), "contactsPerEvent", checks),
                bound(changes.directPerReport(), before.directPerReport(), "directPerReport", checks),
                bound(changes.secondaryPerReport(), before.secondaryPerReport(), "secondaryPerReport", checks));
        checks.that(!after.equals(before), "", "changes-nothing");
        checks.refuseIfAny();
        return new BoundsRevised(campaign.id(), before, after, circumstances.mark());
    }

    private static long bound(@Nullable Long asked, long before, String field, Checks checks) {
        checks.that(asked == null || asked >= 1, field, "out-of-range", Map.of("min", 1));
        return asked == null ? before : asked;
    }

    @Override
    Form formAfter(CampaignEvent event) {
        return Form.of(((BoundsRevised) event).after());
    }
}
