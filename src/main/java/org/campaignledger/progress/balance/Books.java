package org.campaignledger.progress.balance;

import java.util.HashMap;
import java.util.Map;

/** The balances of all campaigns of a ledger. Not thread-safe. */
public final class Books {

    private final Map<String, Balance> balances = new HashMap<>();

    /** Books in which nothing stands yet. */
    public Books() {}

    /** Books that go on from these balances, by campaign. */
    public Books(Map<String, Balance> balances) {
        this.balances.putAll(balances);
    }

    /** Takes in an event's postings. Answers whether there were any. */
    public boolean take(Change change) {
        String campaign = change.campaign();
        if (campaign == null || change.postings().isEmpty()) {
            return false;
        }
        Balance balance = of(campaign);
        change.postings().forEach(balance::add);
        return true;
    }

    /** The balance of a campaign; over nothing, where nothing was posted. */
    public Balance of(String campaign) {
        return balances.computeIfAbsent(campaign, key -> new Balance());
    }
}
