package org.campaignledger.campaign.read;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The campaigns, folded from their events and kept while they stand. What another instance has changed is noticed after
 * {@value #TRUSTED_MILLIS} ms at the latest; a decision on older rules is never written, because the append relies on
 * their version (rule 5).
 */
@Component
public class CampaignCatalog implements CampaignRulesSource {

    private static final long TRUSTED_MILLIS = 100;

    private final LedgerStore store;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Campaign campaign, CampaignRules rules, long checkedNanos) {

        boolean trusted() {
            return System.nanoTime() - checkedNanos < TimeUnit.MILLISECONDS.toNanos(TRUSTED_MILLIS);
        }
    }

    /** A catalog over this store. */
    public CampaignCatalog(LedgerStore store, EventCodec codec, JdbcClient jdbc) {
        this.store = store;
        this.codec = codec;
        this.jdbc = jdbc;
    }

    @Override
    public CampaignRules rules(String campaign) {
        return current(campaign).rules();
    }

    /**
     * A campaign as it stands.
     *
     * @throws Refused 404 if there is none of this id
     */
    public Campaign campaign(String id) {
        return current(id).campaign();
    }

    private Known current(String id) {
        Known kept = known.get(id);
        if (kept != null && kept.trusted()) {
            return kept;
        }
        if (kept != null && store.lastSequence(id) == kept.campaign().version()) {
            Known still = new Known(kept.campaign(), kept.rules(), System.nanoTime());
            known.put(id, still);
            return still;
        }
        Known fresh = load(id);
        known.put(id, fresh);
        return fresh;
    }

    private Known load(String id) {
        long now = System.nanoTime();
        Campaign campaign = null;
        for (RecordedEvent recorded : store.readAggregate(id, 0)) {
            if (codec.decodePayload(recorded.type(), recorded.revision(),
                    recorded.payload()) instanceof CampaignEvent event) {
                campaign = Campaign.evolve(campaign, event);
            }
        }
        if (campaign == null) {
            throw Refused.notFound();
        }
        return new Known(campaign, campaign.rules(), now);
    }

    @Override
    public void forget(String campaign) {
        known.remove(campaign);
    }

    /** From the claims on campaign ids, which are written with CampaignOpened itself: never behind the ledger. */
    @Override
    public List<String> campaigns() {
        return jdbc.sql("select record_id from claim where kind = 'campaign' order by position").query(String.class)
                .list();
    }
}
