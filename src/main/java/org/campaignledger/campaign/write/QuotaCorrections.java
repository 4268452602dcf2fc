package org.campaignledger.campaign.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is revised of a campaign's quotas with four eyes (rule 22): a target, the allocations, the plausible bounds. The
 * version that is reviewed is that of all quotas together, so that nobody agrees to a sum that has changed meanwhile.
 *
 * @param <F> the form of the changes, as kept
 */
abstract class QuotaCorrections<F> implements Correctable {

    private final String kind;
    private final Class<F> form;
    private final LedgerStore store;
    private final EventCodec codec;

    QuotaCorrections(String kind, Class<F> form, LedgerStore store, EventCodec codec) {
        this.kind = kind;
        this.form = form;
        this.store = store;
        this.codec = codec;
    }

    /** The quotas as they stand, in the same form as the changes. */
    abstract F formOf(Campaign campaign, String id);

    /** The revision, or what is against it. */
    abstract CampaignEvent revised(Campaign campaign, String id, F changes, Circumstances circumstances);

    /** The quotas after a revision. */
    abstract F formAfter(CampaignEvent event);

    @Override
    public boolean takes(CorrectionAction action) {
        return action == CorrectionAction.REVISE;
    }

    @Override
    public final String kind() {
        return kind;
    }

    /** The campaign of an id: all of it, or what stands before a slash. */
    private static String campaignOf(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    @Override
    public Map<String, Standing> standing(Collection<String> ids) {
        Map<String, Standing> found = new LinkedHashMap<>();
        for (String id : ids) {
            campaign(campaignOf(id)).ifPresent(campaign -> found.put(id, new Standing(kind, id, campaign.id(), null,
                    "Campaign", campaign.id(), campaign.version(), campaign.quotas().version(), null, null,
                    campaign)));
        }
        return found;
    }

    private Optional<Campaign> campaign(String id) {
        @Nullable
        Campaign campaign = null;
        for (RecordedEvent recorded : store.readAggregate(id, 0)) {
            if (codec.decodePayload(recorded.type(), recorded.revision(),
                    recorded.payload()) instanceof CampaignEvent event) {
                campaign = Campaign.evolve(campaign, event);
            }
        }
        return Optional.ofNullable(campaign);
    }

    @Override
    public Map<String, Object> fields(Standing standing) {
        return Changes.fields(formOf((Campaign) standing.state(), standing.id()));
    }

    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> changes) {
        return changes;
    }

    @Override
    public LedgerEvent amended(Standing standing, Map<String, Object> changes, Circumstances circumstances) {
        return revised((Campaign) standing.state(), standing.id(), Changes.bound(changes, form), circumstances);
    }

    @Override
    public LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances) {
        throw Refused.of(Refused.Kind.UNPROCESSABLE, "not-correctable");
    }

    @Override
    public Map<String, Object> fieldsAfter(LedgerEvent event) {
        return Changes.fields(formAfter((CampaignEvent) event));
    }
}
